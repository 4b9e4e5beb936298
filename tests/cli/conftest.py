"""Running one command line in this process."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from vestcalc.cli.app import run


class Done(NamedTuple):
    """What a command printed, on which stream, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


Vestcalc = Callable[..., Done]


@pytest.fixture
def vestcalc(capsys: pytest.CaptureFixture[str]) -> Vestcalc:
    """`vestcalc("schedule", path, ...)` -> Done."""

    def call(*arguments: object) -> Done:
        status = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Done(status, out, err)

    return call
