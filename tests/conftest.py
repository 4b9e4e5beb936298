"""What all tests share: the folder of real filings and labels, and how hypothesis searches.

`VESTCALC_SHARED` names the folder. Unset: the tests that need it skip, and say why. Set and not there: they fail,
so that a mistyped path never passes for a green run. `HYPOTHESIS_PROFILE=ci` searches the same examples every time;
`wide` searches more, and others for each `--hypothesis-seed`.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
#: Why an example fails is not explained in CI: that traces each line, and beside the threads of a cluster CPython 3.11 can wait for ever.
FOUND = (Phase.explicit, Phase.generate, Phase.target, Phase.shrink)
settings.register_profile(
    "ci", parent=settings.get_profile("dev"), derandomize=True, print_blob=True, max_examples=200, phases=FOUND, database=None
)
settings.register_profile("wide", parent=settings.get_profile("dev"), print_blob=True, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

ROOT = Path(__file__).resolve().parent.parent


def find_shared(named: str | None) -> Path:
    """The folder of real filings and labels that `named` gives; skips when it is None or empty, fails when it is no folder."""
    if not named:
        pytest.skip("VESTCALC_SHARED is not set: it names the folder of real filings and labels this test reads")
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail(f"VESTCALC_SHARED is {named}, which is no folder: correct it or unset it", pytrace=False)
    return folder.resolve()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder that VESTCALC_SHARED names."""
    return find_shared(os.environ.get("VESTCALC_SHARED"))


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The project's own fixtures: invented companies and people."""
    return ROOT / "fixtures"
