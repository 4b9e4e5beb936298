"""How the answer to damaged words, or to a damaged file, differs from the answer before: what both mutation runs count."""

from vestcalc.answers import AwardSchedule


def dates(award: AwardSchedule) -> tuple[object, ...]:
    """What an award's holder would act on."""
    return tuple((vest.date, vest.shares) for vest in award.vests)


def waits(award: AwardSchedule) -> object:
    return sorted(str(part.shares) for part in award.pending)


def portions(award: AwardSchedule) -> tuple[object, ...]:
    return tuple((vest.date, vest.portion) for vest in award.vests)


def some_of(before: AwardSchedule, after: AwardSchedule) -> bool:
    """Whether every vest is one of those before, give or take the unit by which running totals are rounded."""
    was = [(vest.date, vest.shares or 0) for vest in before.vests]
    return all(any(day == vest.date and abs(shares - (vest.shares or 0)) <= 1 for day, shares in was) for vest in after.vests)


def verdict(before: AwardSchedule, after: AwardSchedule) -> str:
    """How the damage shows."""
    if dates(before) == dates(after) and waits(before) == waits(after):
        return "same"
    if not after.vests and not after.pending:
        return "no dates, none said" if after.status == "none" and not after.gaps else "no dates"
    if set(after.flags) - set(before.flags) or after.gaps:
        return "other dates, said"
    if after.status in ("partial", "pending") and some_of(before, after):
        return "fewer dates, partial"
    if after.shares is None and portions(before) == portions(after):
        return "no share counts"
    return "silent"


def shown(award: AwardSchedule) -> str:
    vests = award.vests
    ends = f"{vests[0].date} {vests[0].shares} .. {vests[-1].date} {vests[-1].shares}" if vests else ""
    waits = f" waiting {[str(part.shares) for part in award.pending]}" if award.pending else ""
    return f"{award.status} {len(vests)} vests {ends}{waits}"
