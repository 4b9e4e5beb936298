"""JSON Schema of the JSON output, described with pydantic at the outer edge.

In: nothing. Out: the schema of {"schema": 1, "filings": [...]}; tests hold every output against the same models. Only the
command `schema` and the tests import this module.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from vestcalc.gaps import GapReason
from vestcalc.schedule.facts import Kind
from vestcalc.schedule.model import Rounding, Status
from vestcalc.terms.models import AssumptionCode, EventKind

Iso = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="an ISO date")]
Portion = Annotated[str, Field(pattern=r"^\d+/\d+$", description='an exact fraction "n/d"')]
Price = Annotated[str, Field(description="a price as filed")]
Exact = Annotated[str, Field(pattern=r"^-?\d+(\.\d+|/\d+)?$", description='an exact decimal, or "n/d" where there is none')]
Shares = Annotated[int | Exact, Field(description='an integer when whole, else a decimal string or "n/d"')]
Period = Annotated[str, Field(pattern=r"^P(\d+M)?(\d+D)?$", description="an ISO 8601 period")]
Text = Annotated[tuple[int, int], Field(description="half-open character offsets into the note as filed")]
TableName = Literal["I", "II"]


class Closed(BaseModel):
    """Nothing but the fields named."""

    model_config = ConfigDict(extra="forbid")


class Issuer(Closed):
    name: str | None
    cik: str | None
    symbol: str | None


class Owner(Closed):
    name: str | None
    cik: str | None


class Vest(Closed):
    date: Iso
    shares: Shares | None
    portion: Portion
    vested: Shares | None
    unvested: Shares | None
    latest: bool
    rule: int


class PendingPart(Closed):
    event: str
    shares: Shares | None
    portion: Portion | None
    rule: int


class PortionAmount(Closed):
    portion: Portion
    of: Literal["remaining"] | None = Field(default=None, description="only where what is left has no known size")


class UnitsAmount(Closed):
    units: Exact


class RestAmount(Closed):
    rest: Literal[True]


Amount = PortionAmount | UnitsAmount | RestAmount


class DateMoment(Closed):
    date: Iso


class AnchorMoment(Closed):
    anchor: str = Field(description="grant, commencement, previous, report, exercisable, date, or the name of an event")
    plus: Period


class EarlierMoment(Closed):
    earlier_of: "list[Moment]"


class LaterMoment(Closed):
    later_of: "list[Moment]"


Moment = DateMoment | AnchorMoment | EarlierMoment | LaterMoment


class Rule(Closed):
    id: int
    amount: Amount
    note: str
    span: Text
    quote: str
    says: str


class DatedRule(Rule):
    kind: Literal["dated"]
    on: Moment


class SeriesRule(Rule):
    kind: Literal["series"]
    each: bool
    every: Period
    times: int | None
    first: Moment


class PendingRule(Rule):
    kind: Literal["pending"]
    event: str
    event_kind: EventKind


class Remark(Closed):
    event: str
    quote: str
    note: str
    span: Text


class Assumption(Closed):
    code: AssumptionCode
    text: str


class Check(Closed):
    code: str
    ok: bool
    text: str


class Gap(Closed):
    reason: GapReason
    quote: str
    note: str | None
    span: Text | None
    text: str


class NextVest(Closed):
    date: Iso
    shares: Shares | None


class Position(Closed):
    as_of: Iso
    granted: Shares | None
    vested: Shares | None
    unvested: Shares | None
    pending: Shares | None
    exercisable: Shares | None
    expired: bool
    at_least: bool
    percent_vested: Exact | None
    next_vest: NextVest | None
    fully_vested_on: Iso | None
    exercise_price: Price | None
    expires: Iso | None
    exercise_cost: Exact | None
    market_price: Exact | None
    in_the_money: Exact | None


class LastDay(Closed):
    reason: str | None
    date: Iso
    by_expiry: bool


class Leave(Closed):
    on: Iso
    kept: Shares | None
    forfeited: Shares | None
    portion_kept: Portion | None
    at_least: bool
    expired: bool
    waiting: NextVest | None
    last_days: list[LastDay]


class Within(Closed):
    until: Iso
    now: Shares | None
    coming: Shares | None
    together: Shares | None
    at_least: bool


class Award(Closed):
    table: TableName
    row: int
    security: str
    kind: Kind
    code: str | None
    transaction_date: Iso | None
    granted: Iso | None
    shares: Shares | None
    exercise_price: Price | None
    expires: Iso | None
    underlying: str | None
    footnotes: list[str]
    status: Status
    rounding: Rounding
    vests: list[Vest] = Field(default=[], description="left out by the command vested, unless --all")
    position: Position | None = Field(default=None, description="given by the command vested")
    leave: Leave | None = Field(default=None, description="given by vested --leave")
    within: Within | None = Field(default=None, description="given by vested --within")
    pending: list[PendingPart]
    rules: list[Annotated[DatedRule | SeriesRule | PendingRule, Field(discriminator="kind")]]
    accelerations: list[Remark]
    conditions: list[Remark]
    assumptions: list[Assumption]
    checks: list[Check]
    gaps: list[Gap]


class OtherRow(Closed):
    table: TableName
    row: int
    code: str | None
    security: str
    date: Iso | None
    shares: Shares | None
    price: Price | None
    text: str


class Filing(Closed):
    source: str
    form: str | None
    period_of_report: Iso | None
    accession: str | None
    issuer: Issuer
    owners: list[Owner]
    awards: list[Award]
    other_rows: list[OtherRow]
    notices: list[str]


class Document(Closed):
    """What `-f json` prints."""

    version: Literal[1] = Field(alias="schema")
    filings: list[Filing]


def json_schema() -> dict[str, Any]:
    """The JSON Schema, with its dialect and a title."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Document.model_json_schema(by_alias=True),
        "title": "vestcalc schedule -f json",
    }
