"""Optional packages, imported where they are used.

In: the module and the extra that brings it. Out: the module. Refuses, with the command that installs it, where it is missing.
"""

from importlib import import_module
from typing import Any

from vestcalc.gaps import VestcalcError


class MissingExtraError(VestcalcError):
    """A package that only one format needs is not installed."""


def extra(module: str, name: str, what: str) -> Any:
    """The module that the extra `name` brings; `what` needs it."""
    try:
        return import_module(module)
    except ImportError:
        package = module.split(".")[0]
        raise MissingExtraError(f'{what}: the package {package} is not installed; pip install "vestcalc[{name}]" brings it') from None
