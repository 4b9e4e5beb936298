"""vestcalc reads what lawyers write about vesting and answers, exactly, what vests when.

The public calls are imported when they are first used, so that `import vestcalc` costs next to nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vestcalc.answers import AwardSchedule, FilingSchedules, OtherRow
    from vestcalc.calculate import schedule_file, schedule_files, schedule_filing, schedule_text
    from vestcalc.gaps import Gap, VestcalcError
    from vestcalc.given import UsageError

    __version__: str

__all__ = [
    "AwardSchedule",
    "FilingSchedules",
    "Gap",
    "OtherRow",
    "UsageError",
    "VestcalcError",
    "__version__",
    "schedule_file",
    "schedule_files",
    "schedule_filing",
    "schedule_text",
]

_HOME = {
    "AwardSchedule": "answers",
    "FilingSchedules": "answers",
    "OtherRow": "answers",
    "Gap": "gaps",
    "VestcalcError": "gaps",
    "UsageError": "given",
    "schedule_file": "calculate",
    "schedule_files": "calculate",
    "schedule_filing": "calculate",
    "schedule_text": "calculate",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        found: Any = version("vestcalc")
    elif name in _HOME:
        from importlib import import_module

        found = getattr(import_module(f"vestcalc.{_HOME[name]}"), name)
    else:
        raise AttributeError(f"module 'vestcalc' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
