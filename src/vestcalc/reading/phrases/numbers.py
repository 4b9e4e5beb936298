"""Numbers in words and in both: "thirty-six (36)", "twenty-five percent (25%)", "one forty-eighth", "33 1/3%".

Leave NUM (an int), FRAC and PCT (Fractions of one), ORD (an int). A number given twice must agree with itself, or it stays two.
"""

from fractions import Fraction

from vestcalc.reading.grammar import Match, Pattern
from vestcalc.reading.tokens.lexicon import kind

_SMALL = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)} | {
    "fourty": 40
}
_ORDINALS = {
    w: n
    for n, w in enumerate(
        [
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ]
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}
_DENOMINATORS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "thirds": 3}
_PCT = kind("PCT")


def _value(words: list[str]) -> int:
    total = 0
    for word in words:
        if word == "hundred":
            total = max(total, 1) * 100
        else:
            total += _TENS.get(word) or _SMALL.get(word, 0)
    return total


def _words(m: Match, name: str | None = None) -> list[str]:
    return [str(n.value) for n in m.all(name)]


def _cardinal(m: Match) -> int:
    return _value(_words(m))


def _rank(words: list[str]) -> int | None:
    """ "forty eighth" -> 48."""
    last = words[-1]
    return _value(words[:-1]) + _ORDINALS[last] if last in _ORDINALS else None


def _ordinal(m: Match) -> int | None:
    return _rank(_words(m))


def _fraction(m: Match) -> Fraction | None:
    words = _words(m, "d")
    bottom = _DENOMINATORS.get(words[-1])
    if bottom is None:
        words[-1] = words[-1] if words[-1] in _ORDINALS else words[-1].removesuffix("s")
        bottom = _rank(words)
    top = m["n"] if isinstance(m["n"], int) else _SMALL.get(str(m["n"]), 1)
    return Fraction(top, bottom) if bottom and bottom > 1 and words[-1] != "second" and 0 < top < bottom else None


def _again(m: Match) -> Fraction | None:
    """ "As to a quarter from D", "a quarter of them from D and a quarter from E": a share, and no length of time from D."""
    words = [n.word for n in m.nodes]
    quarters = [i for i, w in enumerate(words[: m._m.end()]) if w == "quarter"]
    shared = any(words[max(0, i - 3) : i - 1] == ["as", "to"] for i in quarters) or any(n.value == Fraction(1, 4) for n in m.nodes)
    return _fraction(m) if shared else None


def _a_share(m: Match) -> Fraction | None:
    """ "the final third", "a further quarter", "the second third"."""
    word = m["d"]
    bottom = _DENOMINATORS.get(word) or (_ORDINALS[word] if word in ("third", "fourth", "fifth") else 0)
    return Fraction(1, bottom) if bottom else None


def thirds(value: Fraction) -> Fraction:
    """A percentage that is a rounded third, sixth, twelfth, forty-eighth ...: 33.3%, 66.67%, 8.3333%, 2.0833%, but never 33%.

    Thirds from one decimal on, other parts of a whole only from three decimals on (docs/conventions.md, The whole 5).
    """
    top, bottom = value.numerator, value.denominator
    if 100 % bottom == 0:
        return value
    decimals = next((d for d in range(1, 8) if 10 ** (d + 2) % bottom == 0), 0)
    if not decimals:
        return value
    exact = [(1, 3), (2, 3)] if decimals < 3 else [(k, n) for n in _PARTS for k in (1, 2)]
    if decimals == 2:
        exact += [(1, 6), (5, 6)]
    return next((Fraction(k, n) for k, n in exact if abs(k * bottom - n * top) * 2 * 10 ** (decimals + 2) <= n * bottom), value)


_PARTS = (3, 6, 7, 9, 12, 15, 18, 24, 30, 36, 42, 48, 54, 60, 72)


def _thousands(m: Match) -> int | None:
    """ "seven thousand five hundred"."""
    plain = any(n.value == "thousand" for n in m.all())
    more = m["b"] or 0
    return (m["a"] if isinstance(m["a"], int) else 1) * 1000 + more if plain and more < 1000 else None


def _millions(m: Match) -> int | None:
    """ "0.8 million options", "3 million shares"."""
    number = Fraction(m["a"]) * (1_000_000 if m.words() & {"million"} else 0)
    return int(number) if number and number.denominator == 1 else None


def _twice(m: Match) -> Fraction | int | None:
    """A number in words and in digits: one value if they agree, the second perhaps rounded."""
    a, b = m["a"], m["b"]
    if a == "one":
        a = 1
    close = abs(a - b) <= Fraction(1, 200) if Fraction(a).denominator % 3 == 0 else a == b
    return a if close else None


def _ordinal_twice(m: Match) -> int | None:
    """ "Third (3rd)", "first (1st)"; "third (4th)" stays two."""
    a, b = (value if isinstance(value, int) else 1 for value in (m["a"], m["b"]))
    return a if a == b else None


def _percent(m: Match) -> Fraction:
    """ "25 percent"; "25% percent" says it twice."""
    n: Fraction | int | str = m["n"]
    return Fraction(1 if isinstance(n, str) else n) / (1 if m.all()[0].kind == _PCT else 100)


PATTERNS = [
    Pattern("NUM", "(one|a|ONES) HUNDRED ((and)? (TENS (ONES|one)?|ONES))?", _cardinal),
    Pattern("FRAC", "<n>(one|a|ONES) <d>(TENS (ORDW|FRACPL))", _fraction),
    Pattern("ORD", "TENS (ORDW|first)", _ordinal),
    Pattern("NUM", "TENS (ONES|one)?", _cardinal),
    Pattern("FRAC", "<n>(one|a|ONES|INT) <d>(ORDW (?! INT)|ORDW (?= INT UNIT)|FRACPL|half)", _fraction),
    Pattern(
        "FRAC",
        "<n>(one|a|ONES) <d>quarter(?! (after|following|from|thereafter|anniversary|period|end|of service))",
        _fraction,
    ),
    Pattern("FRAC", "<n>(one|a) <d>quarter (?= (from|after|following))", _again),
    Pattern("FRAC", "<n>(one|a) <d>quarter (?= (after|following|at) (INT|ONES|TENS|one) (INT|ONES)? (OPEN INT CLOSE)? UNIT)", _fraction),
    Pattern("NUM", "ONES", _cardinal),
    Pattern(
        "FRAC",
        "(?<=further|last|other|remaining) <d>(quarter|ORDW) (?= (COMMA|STOP|SEMI|and|will|vest|become|on|at|after|NUM|one|the|INT|in|upon))",
        _a_share,
    ),
    Pattern(
        "FRAC",
        "(?<=first|ORDW|ORD) <d>(ORDW|quarter (?= (vest|vesting (?! date)))) (?= (COMMA|STOP|SEMI|will|vest|vesting|on|at|after|of))",
        _a_share,
    ),
    Pattern("NUM", "<a>(NUM|one|a) THOUSAND (and)? <b>NUM?", _thousands),
    Pattern("INT", "<a>(INT|DEC) THOUSAND", _millions),
    Pattern("NUM", "one (?= OPEN INT CLOSE)", lambda m: 1),
    Pattern("FRAC", "<n>(INT|NUM) and <f>FRAC (?= percent)", lambda m: m["n"] + m["f"]),
    Pattern("PCT", "<n>(NUM|INT|DEC|FRAC|one|PCT) percent", _percent),
    Pattern("NUM", "<a>(NUM|INT) OPEN <b>INT CLOSE", _twice),
    Pattern("PCT", "<a>(PCT|FRAC) OPEN <b>PCT CLOSE", _twice),
    Pattern("FRAC", "<a>(FRAC|PCT) OPEN <b>FRAC CLOSE", _twice),
    Pattern("ORD", "ORDW", _ordinal),
    Pattern("ORD", "<a>(ORD|first) OPEN <b>(ORD|first) CLOSE", _ordinal_twice),
]
