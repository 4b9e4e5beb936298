"""How much the whole is, and how much of it each group of rules is about.

In: terms and the facts of the row. Out: candidates for the whole with what each assumes, and the groups' sizes as
fractions of it. The order is that of docs/conventions.md, "The whole": the words, an award row's amount, the sum of parts
all given in numbers, a holding's amount; else unknown. Refuses to take an exercised, withheld or left-over number for it.
"""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from vestcalc.gaps import Gap, GapReason
from vestcalc.schedule.facts import Facts
from vestcalc.terms.models import Amount, Assumption, Rule, Series, Terms

#: What leaves a holding as it vests: the amount held is only what is left.
LEAVES_AS_IT_VESTS = frozenset({"rsu", "restricted-stock", "phantom"})


NOTHING, ALL_OF_IT = Fraction(0), Fraction(1)


def added(portions: Iterable[Fraction]) -> Fraction:
    """Their sum; of a single one, the usual case, it is that one."""
    total = NOTHING
    for portion in portions:
        if portion:
            total = total + portion if total else portion
    return total


class Whole(Struct, frozen=True):
    """The whole (None: unknown), where it is from, and the assumption it rests on."""

    units: Fraction | None
    source: str
    assumption: Assumption | None = None


def used_groups(terms: Terms) -> list[int]:
    """The groups that rules refer to, in order."""
    return sorted({r.group for r in terms.rules})


def find_whole(terms: Terms, facts: Facts) -> Whole:
    """The size of the award."""
    amount = facts.amount if facts.amount and facts.amount.numerator > 0 else None
    stated = terms.whole if terms.whole and terms.whole.numerator > 0 else _stated_sizes(terms)
    if stated is not None:
        return Whole(stated, "words")
    if facts.is_award and amount is not None:
        return Whole(amount, "row")
    units = sum_of_parts(terms)
    if units is not None:
        return whole_of_parts(units)
    if facts.is_holding and amount is not None and facts.kind != "other" and not terms.of_original:
        text = f"the fractions are of the amount held, {show(amount)}"
        return Whole(amount, "held", Assumption("whole-is-amount-held", text))
    return Whole(None, "unknown")


def without_holding(terms: Terms) -> Whole:
    """The whole when the amount held turns out to be only what is left."""
    return Whole(terms.whole, "words" if terms.whole is not None else "unknown")


def whole_of_parts(units: Fraction) -> Whole:
    """The sum of parts all given in numbers."""
    return Whole(units, "sum", Assumption("whole-is-sum-of-parts", f"the whole is the sum of the stated parts, {show(units)}"))


def _stated_sizes(terms: Terms) -> Fraction | None:
    """The sum of the groups' sizes when the words give every one of them."""
    if all(group.units is None for group in terms.groups):
        return None
    used = used_groups(terms)
    units = [terms.groups[g].units for g in used if g < len(terms.groups)]
    known = [u for u in units if u is not None and u > 0]
    return added(known) if known and len(known) == len(used) else None


def sum_of_parts(terms: Terms, group: int | None = None) -> Fraction | None:
    """The units of all rules (of one group) together; None when one of them is no plain number of units."""
    total = Fraction(0)
    for rule in terms.rules:
        if group is not None and rule.group != group:
            continue
        units = rule_units(rule)
        if units is None:
            return None
        total += units
    return total or None


def rule_units(rule: Rule) -> Fraction | None:
    """Units of all dates of a rule, None where they are not stated as a number."""
    if rule.amount.units is None or rule.amount.units <= 0:
        return None
    if isinstance(rule, Series) and rule.each:
        return rule.amount.units * rule.times if rule.times else None
    return rule.amount.units


def group_sizes(terms: Terms, whole: Fraction | None) -> dict[int, Fraction] | Gap:
    """Each used group's size as a fraction of the whole; a gap where the sizes cannot be told or do not fit together."""
    used = used_groups(terms)
    sizes: dict[int, Fraction] = {}
    open_groups: list[int] = []
    for g in used:
        group = terms.groups[g] if g < len(terms.groups) else None
        if group is not None and group.units is not None:
            if not whole:
                return Gap(GapReason.MISSING_COUNT, "one of the awards gives its size, the others do not")
            sizes[g] = group.units / whole
        elif group is not None and group.portion is not None:
            sizes[g] = group.portion
        else:
            open_groups.append(g)
    return _fill(terms, whole, sizes, open_groups)


def _fill(terms: Terms, whole: Fraction | None, sizes: dict[int, Fraction], unsized: list[int]) -> dict[int, Fraction] | Gap:
    """Groups without a size of their own: the sum of their parts, or what the others leave to the only one."""
    if unsized and not sizes and len(unsized) == 1:
        return {unsized[0]: ALL_OF_IT}
    for g in list(unsized):
        units = sum_of_parts(terms, g)
        if units is not None and whole:
            sizes[g] = units / whole
            unsized.remove(g)
    left = 1 - added(sizes.values())
    if len(unsized) == 1 and sizes and left > 0:
        sizes[unsized.pop()] = left
    if unsized:
        return Gap(GapReason.WHICH_AWARD, "several awards are described, but not how large each of them is")
    if any(size <= 0 for size in sizes.values()) or added(sizes.values()) > 1:
        return Gap(GapReason.OVER_ALLOCATED, "the awards described are together larger than the whole")
    return sizes


def share(amount: Amount, size: Fraction, left: Fraction, whole: Fraction | None) -> Fraction | Gap:
    """An amount as a fraction of the whole; `size` is its group's, `left` what the earlier parts of the group leave."""
    if amount.units is not None:
        if not whole:
            return Gap(GapReason.MISSING_COUNT, "a number of units is given, but not the size of the award")
        return amount.units / whole
    portion = amount.portion if amount.portion is not None else NOTHING
    base = left if amount.of == "remaining" else size
    return portion if base == 1 else portion * base


def grain(amount: Amount, size: Fraction, whole: Fraction | None) -> Fraction:
    """How finely an amount is written, as a fraction of the whole: 1% for "33%", 0.0001% for "2.0833%", one unit; 0 for "1/48"."""
    if amount.units is not None:
        return 1 / whole if whole else Fraction(0)
    bottom = amount.portion.denominator if amount.portion is not None else 1
    digits = 2
    while bottom != 1 and 10**digits % bottom and digits < 12:
        digits += 1
    return Fraction(0) if 10**digits % bottom else size / 10**digits


def show(units: Fraction) -> str:
    """A number of units for people: "31,250", "809.71655", or "n/d" where decimals have no end."""
    if units.denominator == 1:
        return f"{units.numerator:,}"
    for places in range(1, 13):
        scaled = abs(units) * 10**places
        if scaled.denominator == 1:
            whole, fraction = divmod(scaled.numerator, 10**places)
            return f"{'-' if units < 0 else ''}{whole:,}.{fraction:0{places}d}"
    return f"{units.numerator}/{units.denominator}"


def percent(portion: Fraction) -> str:
    """A portion for people, to hundredths cut off: "25%", "33.33%"."""
    whole, hundredths = divmod(int(portion * 10_000), 100)
    return f"{whole}.{hundredths:02d}%" if hundredths else f"{whole}%"
