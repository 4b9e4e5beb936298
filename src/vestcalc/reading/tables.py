"""Tables that a page has flattened: "Date Number of shares 03/01/2023 1,200 03/01/2024 1,200".

In: the phrases of a sentence. Out: the same with the heads of the columns as one HEADER and every amount put before its date. Which of two
neighbours belong together is told by how the rows begin and end: the first stands before no amount, the last has nothing after it.
"""

from msgspec.structs import replace

from vestcalc.reading.grammar import Node
from vestcalc.reading.tokens.lexicon import kind, kind_set

_SUBJ, _DATE, _HEADER, _VERB = kind("SUBJ"), kind("date"), kind("HEADER"), kind("VERB")
_AMOUNTS, _DAYS = kind_set("AMOUNT INT"), kind_set("ON LIST")
_COMMA, _SEMI, _STOP = kind("COMMA"), kind("SEMI"), kind("STOP")
_WITHIN, _BETWEEN = kind_set("SLASH DASH COLON OTHER"), kind_set("COMMA SEMI and ENUM")
_HEADS = kind_set("date number of share unit percent amount SLASH DASH cumulative SUBJ VERB INSTALL COMMA COLON QUIET and")


def tabled(nodes: list[Node]) -> list[Node]:
    """The phrases with every table of days and amounts read row by row."""
    out: list[Node] = []
    i = 0
    while i < len(nodes):
        rows, after = _rows(nodes, i)
        if len(rows) < 2 or (out and _is_amount(out[-1])):
            out += nodes[i : max(after, i + 1)] if rows else nodes[i : i + 1]
            i = max(after, i + 1) if rows else i + 1
            continue
        _head(out)
        for on, amount in rows:
            out += [replace(amount, start=on.start, stop=on.stop), replace(on, start=amount.start, stop=amount.stop)]
        i = after
    return out


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


def _rows(nodes: list[Node], i: int) -> tuple[list[tuple[Node, Node]], int]:
    """The days and amounts that follow one another from i on, and where they end; none where a day is left over."""
    rows: list[tuple[Node, Node]] = []
    end = i
    while i < len(nodes) and nodes[i].kind in _DAYS:
        j = i + _parted(nodes[i + 1 : i + 5])
        if j >= len(nodes) or not _is_amount(nodes[j]):
            return [], end
        rows.append((nodes[i], nodes[j]))
        i = end = j + 1
        while i < len(nodes) and nodes[i].kind in _BETWEEN:
            i += 1
    return rows, end


def _head(out: list[Node]) -> None:
    """The heads of the columns, at the end of what stands before the rows, become one node."""
    at = len(out)
    while (
        at and out[at - 1].kind in _HEADS and not _is_amount(out[at - 1]) and not (out[at - 1].kind == _VERB and not out[at - 1].value.noun)
    ):
        at -= 1
    heads = out[at:]
    if any(n.kind == _DATE for n in heads):
        out[at:] = [Node(_HEADER, "columns", heads[0].start, heads[-1].stop)]
