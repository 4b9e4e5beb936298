"""Files damaged on purpose: their schedules must be the original's, or something must say that they are not.

In: the files of a folder; stretches of bytes, every other time of whole lines, dropped, doubled, swapped with what follows, or all cut off
after them, at places by chance. Out: how many awards came out how, by kind of damage. Awards are paired by table and row. What happened:
  same                  the same dates and shares
  said                  other dates, none, or only some, and the award says so (a gap, a failed check, an assumption, its status)
  no dates, none said   the words that spoke of vesting are gone: the row is there, and says nothing of how it vests
  noticed               the award differs or is lost, and the file has a notice that the original does not have
  refused in one line   the whole file
  could be genuine      another schedule, nothing said, and no reader could know. Either the damage touched no markup and no line's end, and
                        every word it touched is still a number or a word of the file or of the language; or the file is still well-formed
                        XML with no element in a place where the original has none. A file that is cut off never could be genuine.
  silent                another schedule, nothing said: what to look at
"""

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from tests.fuzz.verdicts import shown, verdict
from vestcalc.answers import AwardSchedule, FilingSchedules
from vestcalc.calculate import schedule_file
from vestcalc.gaps import VestcalcError
from vestcalc.reading.tokens.lexicon import WORDS

KINDS = ("drop", "double", "swap", "truncate")
_MARKUP = frozenset(b"<>&|\n\r\x00\x0c")
_NUMBER = re.compile(r"[$(]?[\d.,/-]+(?:%|st|nd|rd|th)?[),.;:]*")
#: How one award's verdict counts for a file.
_SAID = frozenset(["other dates, said", "fewer dates, partial", "no share counts", "no dates"])


class Damage(NamedTuple):
    """The bytes damaged in one way; `places`: where they have been joined; `taken`: the bytes that were moved, lost or doubled."""

    kind: str
    data: bytes
    places: tuple[int, ...]
    taken: bytes


@dataclass
class Found:
    """What a run over files came to: awards counted by kind and by what happened."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    silent: list[tuple[str, ...]] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_name: str = ""


def broken(data: bytes, chance: random.Random) -> Iterator[Damage]:
    """The bytes damaged in each way once, at places by chance."""
    size = max(len(data), 2)
    a = chance.randrange(size)
    near = a + chance.choice((1, 2, 8, 40, 400))
    if chance.random() < 0.5:
        a, near = _line_start(data, a), _line_start(data, near, after=True)
    later = _line_start(data, near, after=True) if near - a > 1 and data[near - 1 : near] == b"\n" else near + 20
    after = data[near:later]
    yield Damage("drop", data[:a] + data[near:], (a,), data[a:near])
    yield Damage("double", data[:near] + data[a:], (near,), data[a:near])
    yield Damage("swap", data[:a] + after + data[a:near] + data[later:], (a, a + len(after), later), data[a:later])
    yield Damage("truncate", data[:near], (near,), data[near:])


def _line_start(data: bytes, at: int, after: bool = False) -> int:
    """Where the line of a place begins, or the one after it."""
    return (data.find(b"\n", at) + 1 or len(data)) if after else data.rfind(b"\n", 0, at) + 1


def could_be_genuine(original: bytes, damage: Damage) -> bool:
    """Whether no reader could tell the damaged file from one that was written so."""
    if damage.kind == "truncate":
        return False
    if _MARKUP & set(damage.taken):
        was, now = _paths(original), _paths(damage.data)
        return was is not None and now is not None and now <= was
    known = set(re.findall(r"[a-z]+", original.decode("latin-1").lower()))
    text = damage.data.decode("latin-1")
    touched = [_word_at(text, place) for place in damage.places]
    return all(_NUMBER.fullmatch(word) or set(re.findall(r"[a-z]+", word.lower())) <= known | WORDS.keys() for word in touched)


def _paths(data: bytes) -> set[str] | None:
    """Where elements stand in a well-formed XML document, by the names of all that surround them; None where it is none."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return None
    found: set[str] = set()
    todo = [("", root)]
    while todo:
        above, element = todo.pop()
        path = f"{above}/{element.tag}"
        found.add(path)
        todo += [(path, child) for child in element]
    return found


def _word_at(text: str, place: int) -> str:
    start = max((text.rfind(end, 0, place) for end in " <>\n"), default=-1) + 1
    stops = [at for at in (text.find(end, place) for end in " <>\n") if at >= 0]
    return text[start : min(stops, default=len(text))]


def _rows(filing: FilingSchedules) -> dict[tuple[str, int], AwardSchedule]:
    return {(award.table, award.row): award for award in filing.awards}


def compared(before: FilingSchedules, after: FilingSchedules) -> Iterator[tuple[str, str]]:
    """(what happened, the details) of every award with dates or parts that wait, before or after."""
    was, now = _rows(before), _rows(after)
    others = {(row.table, row.row) for row in after.other_rows}
    noticed = bool(set(after.notices) - set(before.notices))
    for key in dict.fromkeys([*was, *now]):
        old, new = was.get(key), now.get(key)
        if not any(award is not None and (award.vests or award.pending) for award in (old, new)):
            continue
        how = verdict(old, new) if old and new else "no dates, none said" if key in others else "silent"
        how = "said" if how in _SAID else "noticed" if how in ("silent", "no dates, none said") and noticed else how
        old_text, new_text = (shown(award) if award is not None else "no such award" for award in (old, new))
        yield how, f"{key[0]}.{key[1]}: {old_text}  ->  {new_text}"


def run(folder: Path, times: int = 3, seed: int = 5) -> Found:
    """Every file of a folder damaged `times` times in each way."""
    chance, found = random.Random(seed), Found()
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        before = schedule_file(data)
        for _ in range(times):
            for damage in broken(data, chance):
                _try(found, path.name, data, before, damage)
    return found


def _try(found: Found, name: str, data: bytes, before: FilingSchedules, damage: Damage) -> None:
    started, counts = time.perf_counter(), found.counts[damage.kind]
    try:
        after = schedule_file(damage.data)
        after.to_dict()
    except VestcalcError as error:
        counts["refused in one line"] += len(before.awards)
        if "\n" in str(error):
            found.raised.append(f"{name} {damage.kind}: {str(error)!r} has several lines")
        return
    except Exception as error:
        found.raised.append(f"{name} {damage.kind}: {type(error).__name__}: {error}")
        return
    finally:
        taken = time.perf_counter() - started
        if taken > found.slowest:
            found.slowest, found.slowest_name = taken, name
    for how, details in compared(before, after):
        if how == "silent" and could_be_genuine(data, damage):
            how = "could be genuine"
        counts[how] += 1
        if how in ("silent", "could be genuine", "no dates, none said"):
            found.silent.append((name, damage.kind, how, str(damage.places[0]), repr(damage.taken[:60]), details))
