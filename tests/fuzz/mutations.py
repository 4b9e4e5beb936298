"""Words damaged on purpose: what the program says must change aloud, or not at all.

    python -m tests.fuzz.mutations [SHARE, default 1.0] [--files] [--list FILE]

In: the notes and texts of the folder VESTCALC_SHARED names (else of the project's fixtures), each with its facts. Every word is dropped,
doubled and swapped with the next, and the text is cut off after every word; of the files stretches of bytes in the same ways
(damaged_files.py; with --files nothing else). Out: a
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

from tests.fuzz import damaged_files
from tests.fuzz.verdicts import shown, verdict
from vestcalc.answers import AwardSchedule
from vestcalc.calculate import schedule_file, schedule_text

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
                found.silent.append((name, kind, word, f"{shown(before)}  ->  {shown(after)}", changed))
    return found


def files() -> Path:
    shared = os.environ.get("VESTCALC_SHARED")
    return Path(shared) / "corpus" / "filings" if shared else ROOT / "fixtures" / "filings"


def report(title: str, found: "Found | damaged_files.Found", listed: Path | None) -> int:
    """Print what a run came to; 1 when something was raised or took too long."""
    print(f"{title}:")
    for kind, counted in found.counts.items():
        print(f"  {kind:9} {sum(counted.values()):7,}  " + ", ".join(f"{how} {number:,}" for how, number in counted.most_common()))
    print(f"  slowest {found.slowest:.2f} s: {found.slowest_name}")
    for line in found.raised[:20]:
        print(f"  RAISED {line}")
    if listed:
        with listed.open("a") as file:
            file.writelines("\t".join(one) + "\n" for one in found.silent)
    return int(bool(found.raised) or found.slowest > SLOW)


def main() -> int:
    share = next((float(word) for word in sys.argv[1:] if word.replace(".", "").isdigit()), 1.0)
    listed = Path(sys.argv[sys.argv.index("--list") + 1]) if "--list" in sys.argv else None
    worst = 0
    if "--files" not in sys.argv:
        worst = report("words", run(share), listed)
    return max(worst, report("bytes of files", damaged_files.run(files(), max(1, round(5 * share))), listed))


if __name__ == "__main__":
    sys.exit(main())
