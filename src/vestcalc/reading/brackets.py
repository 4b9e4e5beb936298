"""Amounts in brackets behind their dates, and dates behind their amounts: "March 1, 2021 (40%) and March 1, 2022 (60%)".

In: the phrases of a sentence. Out: the same with such brackets taken off and the amount put before its date. Only a list of two or more
is opened: one bracket alone may repeat what was said, and stays for the residue, unless nothing else says how much. Terms in brackets
behind what they are of ("8,000 units (vesting on D)") lose the brackets; a name in brackets behind the terms of a part ("50% vests over
five years (the 'Time Options')") is given to its amount.
"""

from itertools import pairwise

from msgspec.structs import replace

from vestcalc.reading.grammar import Node
from vestcalc.reading.phrases.amounts import Amt
from vestcalc.reading.phrases.shares import Subject
from vestcalc.reading.tokens.lexicon import kind, kind_set

_OPEN, _CLOSE, _ON, _SUBJ, _AMOUNT, _INT = (kind(k) for k in ["OPEN", "CLOSE", "ON", "SUBJ", "AMOUNT", "INT"])
_QUIET, _VERB, _CAD = kind("QUIET"), kind("VERB"), kind("CAD")
_STOP, _AFTER = kind("STOP"), kind_set("STOP COMMA SEMI and")
_LIST, _TIMED, _PACE = kind("LIST"), kind_set("ON LIST BEGIN INST CAD FROM OVER"), kind_set("CAD INST OVER")
_BETWEEN = kind_set("COMMA SEMI and ENUM VERB")
_WIDTH = 4


def opened(nodes: list[Node]) -> list[Node]:
    """The phrases with every list of bracketed pairs opened, and every name given to what it names."""
    nodes = _told_behind(_named(nodes))
    lone = _lone(nodes)
    nodes = [n for a, n in pairwise([nodes[0], *nodes]) if a.kind != _OPEN or n.value != "as to"]
    out: list[Node] = []
    i = 0
    while i < len(nodes):
        pairs, after = _pairs(nodes, i)
        if len(pairs) > 1 or (pairs and lone):
            for at, until in pairs:
                out += nodes[i:at]
                out += _pair(nodes[at:until])
                i = until
        else:
            out += nodes[i : max(after, i + 1)]
            i = max(after, i + 1)
    return out


def _named(nodes: list[Node]) -> list[Node]:
    """The name of a part to the amount told last before it, where that has none."""
    out: list[Node] = []
    for node in nodes:
        out.append(node)
        if node.kind != _CLOSE or [n.kind for n in out[-3:]] != [_OPEN, _SUBJ, _CLOSE]:
            continue
        name = out[-2].value
        verb = next((i for i in range(len(out) - 4, -1, -1) if out[i].kind == _VERB), 0)  # an amount behind it may be of a goal
        at = next((i for i in range(verb - 1, -1, -1) if _amount(out[i])), None)
        if at is None or not name.name or name.units is not None or out[at].kind == _INT:
            continue
        told: Amt | Subject = out[at].value
        if isinstance(told, Subject) and not told.name:
            out[at] = replace(out[at], value=replace(name, units=told.units, defines=True))
        elif isinstance(told, Amt) and not told.subject.name:
            out[at] = replace(out[at], value=replace(told, subject=replace(name, units=told.subject.units, defines=True)))
        else:
            continue
        out[-3:] = [Node(_QUIET, "name", out[-3].start, node.stop)]
    return out


def _told_behind(nodes: list[Node]) -> list[Node]:
    """ "8,000 units (vesting in two equal annual installments beginning on D)": the terms of what stands before the bracket; "in four
    equal annual installments (i.e., on D1, D2, D3 and D4)": its days."""
    out: list[Node] = []
    at: int | None = None  # of an open bracket that may hold terms
    for i, node in enumerate(nodes):
        out.append(node)
        if node.kind == _OPEN:
            at = len(out) - 1 if i else None
        elif node.kind == _CLOSE and at is not None:
            after = nodes[i + 1].kind if i + 1 < len(nodes) else _STOP
            inside = [n.kind for n in out[at + 1 : -1]]
            if after in _AFTER and (_terms(out[at - 1], inside) or _days(out[at - 1], inside) or _pace(nodes, out[at - 1], inside)):
                out[at:] = out[at + 1 : -1]
            at = None
    return out


def _terms(before: Node, inside: list[str]) -> bool:
    return (before.kind == _SUBJ or _amount(before)) and inside[:1] == [_VERB] and not _TIMED.isdisjoint(inside)


def _days(before: Node, inside: list[str]) -> bool:
    return before.kind in _PACE and inside[-1:] == [_LIST] and (len(inside) == 1 or inside[:-1] == [_QUIET])


def _pace(nodes: list[Node], before: Node, inside: list[str]) -> bool:
    """ "Four-year vesting (25% per year)": how much at a time, said behind the length and nowhere else."""
    titled = before.word == "schedule" or (before.kind == _VERB and before.value.noun)
    return titled and inside[:1] == [_AMOUNT] and inside[1:2] == [_CAD] and _TIMED.issuperset(inside[1:]) and sum(map(_amount, nodes)) == 1


def _lone(nodes: list[Node]) -> bool:
    """ "Vests 2/28/2023 (100%)": all of it, said behind its day and nowhere else."""
    return sum(_amount(n) for n in nodes) == 1 and any(
        a.kind == _ON and b.kind == _OPEN and c.kind == _AMOUNT and c.value.amount.portion == 1
        for a, b, c in zip(nodes, nodes[1:], nodes[2:], strict=False)
    )


def _amount(node: Node) -> bool:
    return node.kind in (_AMOUNT, _INT) or (node.kind == _SUBJ and node.value.units is not None)


def _is_pair(four: list[Node]) -> bool:
    if len(four) < _WIDTH or four[1].kind != _OPEN or four[3].kind != _CLOSE:
        return False
    return (four[0].kind == _ON and _amount(four[2])) or (_amount(four[0]) and four[2].kind == _ON)


def _pairs(nodes: list[Node], i: int) -> tuple[list[tuple[int, int]], int]:
    """The places of the pairs that follow one another from i on, and where they end."""
    found: list[tuple[int, int]] = []
    end = i
    while _is_pair(nodes[i : i + _WIDTH]) and (not found or nodes[i].kind == nodes[found[0][0]].kind):
        found.append((i, i + _WIDTH))
        i = end = i + _WIDTH
        while i < len(nodes) and nodes[i].kind in _BETWEEN:
            i += 1
    return found, end


def _pair(four: list[Node]) -> list[Node]:
    """The amount, then its date, over the same words in their order."""
    first, _, second, close = four
    if first.kind == _ON:
        return [replace(second, start=first.start, stop=first.stop), replace(first, start=second.start, stop=close.stop)]
    return [first, replace(second, stop=close.stop)]
