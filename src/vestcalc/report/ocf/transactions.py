"""Issuances and vesting starts of the Open Cap Format, beside the vesting terms; and both as the files the format knows.

In: answers. Out: a vesting terms file, a transactions file, and notices of what neither can say. An issuance is written only where
the filing gives all that the format demands; the currency is taken to be the dollar, as the form has it.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from msgspec import Struct, field

from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.exact import decimal_text
from vestcalc.report.ocf.terms import START, Json, Written, written
from vestcalc.report.page import visible


class Files(Struct):
    """The two files, and one line for each thing they cannot say."""

    terms: Json
    transactions: Json
    notices: list[str] = field(default_factory=list)


def ocf_files(filings: Iterable[FilingSchedules]) -> Files:
    """All awards; ids follow from source, table and row, so that the two files refer to one another."""
    out = Files({"file_type": "OCF_VESTING_TERMS_FILE", "items": []}, {"file_type": "OCF_TRANSACTIONS_FILE", "items": []})
    for filing in filings:
        for award in filing.awards:
            own = _id(filing, award)
            done = written(award, f"{own}-terms")
            if done.item is not None:
                out.terms["items"].append(done.item)
                issuance, why = _issuance(filing, award, own)
                if issuance is None:
                    done.notices.append(f"no issuance is written: {why}")
                else:
                    out.transactions["items"] += [issuance, *_start(own, done)]
            out.notices += [f"{filing.source}: table {award.table} row {award.row}: {notice}" for notice in done.notices]
    return out


def _id(filing: FilingSchedules, award: AwardSchedule) -> str:
    return f"{sha256(filing.source.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}-{award.table}-{award.row}"


def _start(own: str, done: Written) -> Iterator[Json]:
    if done.start is not None:
        yield {
            "id": f"{own}-vesting-start",
            "object_type": "TX_VESTING_START",
            "date": done.start.isoformat(),
            "security_id": f"{own}-security",
            "vesting_condition_id": START,
        }


def _issuance(filing: FilingSchedules, award: AwardSchedule, own: str) -> tuple[Json | None, str]:
    """The issuance, or why there is none."""
    quantity = None if award.shares is None else decimal_text(award.shares)
    if award.granted is None or quantity is None or len(quantity.partition(".")[2]) > 10:
        return None, "the grant date is unknown" if award.granted is None else "the number of shares is unknown"
    kind, why = _compensation(award)
    if kind is None:
        return None, why
    holder = filing.owners[0] if filing.owners else None
    out: dict[str, Any] = {
        "id": f"{own}-issuance",
        "object_type": "TX_EQUITY_COMPENSATION_ISSUANCE",
        "date": award.granted.isoformat(),
        "security_id": f"{own}-security",
        "custom_id": f"{award.table}.{award.row}",
        "stakeholder_id": visible((holder and (holder.cik or holder.name)) or "reporting-owner"),
        "security_law_exemptions": [],
        "compensation_type": kind,
        "quantity": quantity,
        "vesting_terms_id": f"{own}-terms",
        "expiration_date": award.expires.isoformat() if award.expires else None,
        "termination_exercise_windows": [],
        "early_exercisable": award.terms.early_exercise,
        "comments": [visible(f"{award.security}; as filed in {filing.source}")],
    }
    if kind == "OPTION":
        out["exercise_price"] = {"amount": _price(award), "currency": "USD"}
    return out, ""


def _compensation(award: AwardSchedule) -> tuple[str | None, str]:
    """OCF's type of compensation, or why there is none for this kind of security."""
    if award.kind in ("rsu", "phantom"):
        return "RSU", ""
    if award.kind == "option":
        return ("OPTION", "") if _price(award) else (None, "the exercise price is no number")
    why = {
        "sar": "whether a stock appreciation right is settled in stock or in cash is not in the row",
        "warrant": "a warrant's purchase price and triggers are not in the filing",
        "restricted-stock": "the class and price of stock that OCF wants are not in the filing",
    }
    return None, why.get(award.kind, "what kind of compensation it is does not follow from its title")


def _price(award: AwardSchedule) -> str | None:
    """The exercise price with at most ten decimals."""
    strike = award.as_of(award.granted).exercise_price if award.granted else None
    if strike is None or len(strike.partition(".")[2]) > 10:
        return None
    return f"0{strike}" if strike.startswith(".") else strike
