"""A rule in a few words with its dates, for the `says` of the JSON output and the tables.

In: a rule with what binding settled. Out: "1/4 of the award on 2014-03-15", "the rest in equal parts each month, 36 times,
from 2014-04-15 to 2017-03-15". What has no date is told as the words put it (terms/describe.py).
"""

from vestcalc.schedule.model import BoundRule
from vestcalc.terms.describe import amount_text, event_text, every_text, moment_text
from vestcalc.terms.models import Dated, Pending


def says(bound: BoundRule) -> str:
    """One phrase without a full stop."""
    rule = bound.rule
    amount = amount_text(rule.amount)
    if isinstance(rule, Pending):
        return f"{amount} {event_text(rule.event)}"
    if isinstance(rule, Dated):
        if bound.first is None:
            return f"{amount} {'immediately' if rule.immediate else 'on ' + moment_text(rule.on)}"
        return f"{amount} {'by' if rule.latest else 'on'} {bound.first.isoformat()}"
    times = bound.times if bound.times is not None else rule.times
    parts = [f"{amount} {every_text(rule)}"]
    if times is not None:
        parts.append(f"{times} times" if times != 1 else "once")
    if bound.first and bound.last:
        parts.append(f"from {bound.first.isoformat()} to {bound.last.isoformat()}")
    elif bound.first:
        parts.append(f"from {bound.first.isoformat()}")
    return ", ".join(parts)
