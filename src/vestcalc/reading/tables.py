"""Tables that a page has flattened: "Date Number of shares 03/01/2023 1,200 03/01/2024 1,200".

In: the phrases of a sentence. Out: the same with the heads of the columns as one HEADER and every amount put before its date. Which of two
neighbours belong together is told by how the rows begin and end: the first stands before no amount, the last has nothing after it. A second
amount in every row is read as the running total if it is that, and "Total 100%" under the rows if they come to it.
"""

from fractions import Fraction

from msgspec.structs import replace

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set

_SUBJ, _DATE, _HEADER, _VERB = kind("SUBJ"), kind("date"), kind("HEADER"), kind("VERB")
_AMOUNT, _TOTAL, _COLON = kind("AMOUNT"), kind("total"), kind("COLON")
_AMOUNTS, _DAYS = kind_set("AMOUNT INT"), kind_set("ON LIST")
_COMMA, _SEMI, _STOP = kind("COMMA"), kind("SEMI"), kind("STOP")
_WITHIN, _BETWEEN = kind_set("SLASH DASH COLON OTHER"), kind_set("COMMA SEMI and ENUM")
_HEADS = kind_set("date number of share unit percent amount SLASH DASH cumulative SUBJ VERB INSTALL COMMA COLON QUIET and")
#: What else stands over a column of running totals, and what under the rows before "100%".
_OVER_TOTALS, _UNDER = kind_set("no of on or after for become exercise total"), kind_set("total VERB percent number of SUBJ amount COLON")


def tabled(nodes: list[Node]) -> list[Node]:
    """The phrases with every table of days and amounts read row by row."""
    out: list[Node] = []
    i = 0
    while i < len(nodes):
        rows, after, summed = _rows(nodes, i)
        if len(rows) < 2 or (out and _is_amount(out[-1])):
            out += nodes[i : max(after, i + 1)] if rows else nodes[i : i + 1]
            i = max(after, i + 1) if rows else i + 1
            continue
        _head(out, summed)
        for on, amount in rows:
            out += [replace(amount, start=on.start, stop=on.stop), replace(on, start=amount.start, stop=amount.stop)]
        i = _total(nodes, after, rows)
    return out


def _portion(node: Node) -> Fraction | None:
    return node.value.amount.portion if node.kind == _AMOUNT and node.value.amount.of == "whole" else None


def _total(nodes: list[Node], i: int, rows: list[tuple[Node, Node]]) -> int:
    """Behind "Total Vested Percentage 100%" under rows that come to it."""
    at = i
    while at < len(nodes) and nodes[at].kind in _UNDER and (nodes[at].kind != _VERB or nodes[at].value.noun):
        at += 1
    if not i < at < len(nodes) or nodes[i].kind != _TOTAL or _portion(nodes[at]) != 1:
        return i
    return at + 1 if sum(_portion(amount) or 0 for _, amount in rows) == 1 else i


def _is_amount(node: Node) -> bool:
    return node.kind in _AMOUNTS or (node.kind == _SUBJ and node.value.units is not None)


def _parted(after: list[Node]) -> int:
    """How far behind a day its amount stands: behind a dash, or behind a comma, perhaps with "as to", where rows end in semicolons."""
    if after and after[0].kind in _WITHIN:
        return 2
    if after and after[0].kind == _COMMA:
        at = 2 if len(after) > 1 and after[1].value == "as to" else 1
        if len(after) > at + 1 and _is_amount(after[at]) and after[at + 1].kind in (_SEMI, _STOP):
            return at + 1
    return 1


def _rows(nodes: list[Node], i: int) -> tuple[list[tuple[Node, Node]], int, bool]:
    """The days and amounts that follow one another from i on, where they end, and whether each has its running total behind it; none where
    a day is left over."""
    rows: list[tuple[Node, Node]] = []
    end = i
    due, summed = Fraction(0), 0
    while i < len(nodes) and nodes[i].kind in _DAYS:
        j = i + _parted(nodes[i + 1 : i + 5])
        if j >= len(nodes) or not _is_amount(nodes[j]):
            return [], end, False
        rows.append((nodes[i], nodes[j]))
        due += _portion(nodes[j]) or 0
        if j + 1 < len(nodes) and due and _portion(nodes[j + 1]) == due:
            j, summed = j + 1, summed + 1
        i = end = j + 1
        while i < len(nodes) and nodes[i].kind in _BETWEEN:
            i += 1
    return rows, end, summed == len(rows)


def _head(out: list[Node], summed: bool) -> None:
    """The heads of the columns, at the end of what stands before the rows, become one node; over running totals more words may stand."""
    at = len(out)
    heading = _HEADS | _OVER_TOTALS if summed else _HEADS
    while at and out[at - 1].kind in heading and not _is_amount(out[at - 1]) and not _says(out[at - 1]):
        at -= 1
    heads = out[at:]
    if heads and heads[0].kind == _COLON:
        at, heads = at + 1, heads[1:]
    if any(n.kind == _DATE for n in heads):
        out[at:] = [Node(_HEADER, "columns", heads[0].start, heads[-1].stop)]


def _says(node: Node) -> bool:
    """A verb that says something: "Vested" and "that become vested" stand over a column too."""
    return node.kind == _VERB and not (node.value.noun or node.value.relative)
