"""Regular expressions that are compiled when they are first used: a start must not pay for what a filing does not have.

In: what `re.compile` takes. Out: what it gives, later.
"""

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub", "split")


class _Late:
    """Stands for a regular expression; its methods are those of the compiled one from the first use on."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The regular expression of a pattern; a mistake in it is found when it is first used."""
    return cast(re.Pattern[AnyStr], _Late(pattern, flags))
