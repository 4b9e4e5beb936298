"""Puts answers into the page: one text, with its style, its script and its data inside.

In: answers, the day and the price the page opens with. Out: HTML. Everything is escaped by the templates; the page forbids itself
every request and every script but its own (Content-Security-Policy by hash). Refuses, with the install command, a missing extra.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
from importlib.resources import files
from typing import Any

from msgspec import Struct, field

from vestcalc.answers import FilingSchedules
from vestcalc.report.extras import extra
from vestcalc.report.html.awards import AwardPart, award_part, other_lines
from vestcalc.report.html.data import SHOWN, award_data, axis, money, total_data, total_texts
from vestcalc.report.page import visible
from vestcalc.report.steps import Step, steps, totals
from vestcalc.report.view import View
from vestcalc.report.words import filing_title

TITLES = ("Granted", "Vested", "Unvested", "Pending", "Exercisable", "Next vest", "Exercise cost")


class _FilingPart(Struct):
    own: str
    title: str
    heading: str
    source: str
    notices: Sequence[str]
    others: Sequence[str]
    issuer: str
    issuer_name: str
    asks_price: bool = False
    awards: list[AwardPart] = field(default_factory=list)


def as_html(
    filings: Iterable[FilingSchedules], day: date, price: Decimal | None = None, view: View | None = None, each_once: bool = False
) -> str:
    """The page of all filings, opened on `day`; `each_once`: no two of them report one award."""
    parts, data, found = _parts(filings, day, price, view or View())
    sums = totals(found)
    now = next((total for total in reversed(sums) if total.since <= day), None)
    known = [one for one in found if one[0].position.vested is not None]
    awards = [award for part in parts for award in part.awards]
    first, last = axis([(part.award, ()) for part in awards], day)
    data |= {"first": first.isoformat(), "last": last.isoformat(), "day": day.isoformat(), "totals": total_data(sums)}
    style, script = _own("page.css"), _own("page.js")
    return str(
        _template("page.html.j2").render(
            title=_title(parts),
            filings=parts,
            awards=awards,
            day=day,
            first=first,
            last=last,
            price="" if price is None else format(price, "f"),
            shown_price=money(price),
            several_issuers=len({part.issuer for part in parts}) > 1,
            totals=total_texts(now) if now else [],
            counts_twice=len(parts) > 1 and not each_once,
            left_out=len(found) - len(known),
            figures=list(zip(SHOWN, TITLES, strict=True)),
            style=style,
            script=script,
            policy=_policy(style, script),
            data=_safe(data),
            version=_version(),
        )
    )


def _parts(
    filings: Iterable[FilingSchedules], day: date, price: Decimal | None, view: View
) -> tuple[list[_FilingPart], dict[str, Any], list[list[Step]]]:
    """The parts of the page, the data of its script, and the steps of all awards."""
    parts: list[_FilingPart] = []
    rows: list[dict[str, Any]] = []
    found: list[list[Step]] = []
    issuers: dict[str, str] = {}
    for number, filing in enumerate(filings, 1):
        name = " ".join(part for part in (filing.issuer.name, f"[{filing.issuer.symbol}]" if filing.issuer.symbol else "") if part)
        issuer = issuers.setdefault(filing.issuer.cik or name or filing.source, f"i{len(issuers) + 1}")
        part = _FilingPart(
            own=f"f{number}",
            title=visible(filing_title(filing)),
            heading=visible(_heading(filing, name)),
            source=visible(filing.source),
            notices=[visible(notice) for notice in filing.notices],
            others=other_lines(filing),
            issuer=issuer,
            issuer_name=visible(name),
            asks_price=all(one.issuer != issuer for one in parts),
        )
        for award in filing.awards:
            own = f"a{len(found) + 1}"
            found.append(steps(award))
            rows.append(award_data(own, issuer, award, found[-1]))
            part.awards.append(award_part(own, award, found[-1], day, price, view))
        parts.append(part)
    return parts, {"awards": rows}, found


def _heading(filing: FilingSchedules, issuer: str) -> str:
    owners = "; ".join(owner.name or "owner not legible" for owner in filing.owners)
    form = f"Form {filing.form}" if filing.form else "Terms alone"
    period = f"period {filing.period_of_report}" if filing.period_of_report else ""
    return " · ".join(part for part in (issuer, owners, form, period) if part)


def _title(parts: Sequence[_FilingPart]) -> str:
    if len(parts) == 1:
        return f"Vesting: {parts[0].issuer_name or parts[0].source}"
    return f"Vesting: {len(parts)} filings"


def _template(name: str) -> Any:
    jinja = extra("jinja2", "page", "the page")
    environment = jinja.Environment(
        loader=jinja.FunctionLoader(lambda wanted: _own(wanted)),
        autoescape=True,
        undefined=jinja.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def _own(name: str) -> str:
    return (files("vestcalc.report.html") / "templates" / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing from anywhere; this style and this script alone."""
    one, two = (b64encode(sha256(text.encode()).digest()).decode() for text in (style, script))
    return f"default-src 'none'; img-src data:; style-src 'sha256-{one}'; script-src 'sha256-{two}'; base-uri 'none'; form-action 'none'"


def _safe(data: dict[str, Any]) -> str:
    """JSON that cannot end its element: the characters of markup are escaped inside the strings."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _version() -> str:
    from vestcalc import __version__

    return __version__
