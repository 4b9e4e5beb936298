"""The shared folder of real filings is found, missed or refused as tests/conftest.py promises."""

from pathlib import Path

import pytest

from tests.conftest import find_shared


@pytest.mark.parametrize("named", [None, ""])
def test_unset_skips_with_a_reason(named: str | None) -> None:
    with pytest.raises(pytest.skip.Exception, match="VESTCALC_SHARED is not set"):
        find_shared(named)


def test_set_and_missing_fails(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="is no folder"):
        find_shared(str(tmp_path / "nowhere"))


def test_set_and_there_is_used(tmp_path: Path) -> None:
    assert find_shared(str(tmp_path)) == tmp_path.resolve()
