"""Words damaged on purpose: what the program says must change aloud, or not at all.

    python -m tests.fuzz.mutations [SHARE, default 1.0] [--list FILE]

In: the notes and texts of the folder VESTCALC_SHARED names (else of the project's fixtures), each with its facts. Every word is dropped,
doubled and swapped with the next, and the text is cut off after every word; of the files every stretch of bytes in the same ways. Out: a
table of what happened, by kind of damage: the same dates; other dates with a gap, a failed check or an assumption that was not there
before; some of the dates, and the status says that the rest has none; the same portions on the same dates, but no share counts; other dates
without a word ("silent"), which is what to look at; no dates at all. Also the slowest text, and any exception. As in a filing, the row of a
note says the same number and date of grant as the note, where the note says them.
A silent one is no fault where the damaged words still say something whole: "each month" for "each quarter" cannot be told from a filing.
"""

import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vestcalc.answers import AwardSchedule
from vestcalc.calculate import schedule_file, schedule_text
from vestcalc.gaps import VestcalcError

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("drop", "double", "swap", "truncate")
#: A document must be done within so many seconds.
SLOW = 2.0

Facts = dict[str, str | int | None]


@dataclass
class Found:
    """What a run of mutations came to."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    silent: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_name: str = ""

    def took(self, name: str, seconds: float) -> None:
        if seconds > self.slowest:
            self.slowest, self.slowest_name = seconds, name


def texts() -> list[tuple[str, str, Facts]]:
    """(name, words, facts) of every text there is."""
    out: list[tuple[str, str, Facts]] = []
    shared = os.environ.get("VESTCALC_SHARED")
    if shared:
        corpus = Path(shared) / "corpus"
        for one in map(json.loads, (corpus / "texts.jsonl").read_text("utf-8").splitlines()):
            out.append((one["id"], one["text"], {"shares": one["shares"], "granted": one["granted"], "code": one["code"]}))
        for one in map(json.loads, (corpus / "wordings.jsonl").read_text("utf-8").splitlines()):
            out.append((f"wording {len(out)}", one["text"], row_of(one["text"])))
    else:
        for path in sorted((ROOT / "fixtures" / "filings").glob("*.xml")):
            for award in schedule_file(path).awards:
                out += [(path.name, text, row_of(text)) for _, text in award.notes]
    return out


def row_of(text: str) -> Facts:
    """The facts of a note without a row: the number and the date of grant that the note gives, else any."""
    facts: Facts = {"shares": None, "granted": None, "code": "A"}
    said = answer(text, facts)
    shares = int(said.shares) if said.shares and said.shares.denominator == 1 else 48_000
    return {**facts, "shares": shares, "granted": str(said.granted or "2019-01-31")}


def damaged(text: str) -> Iterator[tuple[str, str, str]]:
    """(kind, the word, the damaged text) for every word and kind."""
    words = re.findall(r"\S+\s*", text)
    for i, word in enumerate(words):
        yield "drop", word.strip(), "".join(words[:i] + words[i + 1 :])
        yield "double", word.strip(), "".join([*words[:i], word.rstrip() + " ", *words[i:]])
        if i + 1 < len(words):
            other = words[i + 1].rstrip() + " "
            yield "swap", f"{word.strip()} {other.strip()}", "".join([*words[:i], other, word.rstrip() + " ", *words[i + 2 :]])
            yield "truncate", word.strip(), "".join(words[: i + 1])


def answer(text: str, facts: Facts) -> AwardSchedule:
    return schedule_text(text, **facts)  # type: ignore[arg-type]


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


def run(share: float = 1.0, seed: int = 5) -> Found:
    """All texts, or a share of their mutations."""
    chance, found = random.Random(seed), Found()
    for name, text, facts in texts():
        before = answer(text, facts)
        if not before.vests and not before.pending:
            continue
        for kind, word, changed in damaged(text):
            if chance.random() > share:
                continue
            started = time.perf_counter()
            try:
                after = answer(changed, facts)
            except Exception as error:
                found.raised.append(f"{name} {kind} {word!r}: {type(error).__name__}: {error}")
                continue
            found.took(name, time.perf_counter() - started)
            how = verdict(before, after)
            found.counts[kind][how] += 1
            if how == "silent":
                found.silent.append((name, kind, word, changed, f"{shown(before)}  ->  {shown(after)}"))
    return found


def shown(award: AwardSchedule) -> str:
    vests = award.vests
    ends = f"{vests[0].date} {vests[0].shares} .. {vests[-1].date} {vests[-1].shares}" if vests else ""
    waits = f" waiting {[str(part.shares) for part in award.pending]}" if award.pending else ""
    return f"{award.status} {len(vests)} vests {ends}{waits}"


def broken(data: bytes, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """(kind, the bytes damaged) in each way once, at places by chance."""
    size = max(len(data), 2)
    at = sorted(chance.randrange(size) for _ in range(3))
    near = at[0] + chance.choice((1, 2, 8, 40, 400))
    yield "drop", data[: at[0]] + data[near:]
    yield "double", data[:near] + data[at[0] :]
    yield "swap", data[: at[0]] + data[near : near + 20] + data[at[0] : near] + data[near + 20 :]
    yield "truncate", data[: at[chance.randrange(3)]]


def run_files(folder: Path, times: int = 3, seed: int = 5) -> Found:
    """Every file of a folder damaged `times` times in each way: an answer or one line, and in time."""
    chance, found = random.Random(seed), Found()
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        for _ in range(times):
            for kind, changed in broken(data, chance):
                started = time.perf_counter()
                try:
                    schedule_file(changed).to_dict()
                    found.counts[kind]["read"] += 1
                except VestcalcError as error:
                    found.counts[kind]["refused in one line"] += 1
                    if "\n" in str(error):
                        found.raised.append(f"{path.name} {kind}: {str(error)!r} has several lines")
                except Exception as error:
                    found.raised.append(f"{path.name} {kind}: {type(error).__name__}: {error}")
                found.took(path.name, time.perf_counter() - started)
    return found


def files() -> Path:
    shared = os.environ.get("VESTCALC_SHARED")
    return Path(shared) / "corpus" / "filings" if shared else ROOT / "fixtures" / "filings"


def main() -> int:
    share = next((float(word) for word in sys.argv[1:] if word.replace(".", "").isdigit()), 1.0)
    worst = 0
    for title, found in (("words", run(share)), ("bytes of files", run_files(files(), max(1, round(5 * share))))):
        print(f"{title}:")
        for kind, counted in found.counts.items():
            print(f"  {kind:9} {sum(counted.values()):7,}  " + ", ".join(f"{how} {number:,}" for how, number in counted.most_common()))
        print(f"  slowest {found.slowest:.2f} s: {found.slowest_name}")
        for line in found.raised[:20]:
            print(f"  RAISED {line}")
        worst = max(worst, len(found.raised), int(found.slowest > SLOW))
        if "--list" in sys.argv:
            with Path(sys.argv[sys.argv.index("--list") + 1]).open("a") as file:
                file.writelines(f"{name}\t{kind}\t{word}\t{how}\t{words}\n" for name, kind, word, words, how in found.silent)
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
