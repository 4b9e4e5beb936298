"""The typer application: the commands by name, each imported only when it is called or listed.

In: the arguments. Out: an exit status. Usage errors, errors of the package and a reader that went away end in one line or in
silence, never in a traceback or a box.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import typer

from vestcalc.cli.command import PlainCommand
from vestcalc.cli.output import NobodyReads
from vestcalc.gaps import VestcalcError
from vestcalc.given import UsageError

#: Command -> module under vestcalc.cli, which holds a function of the same name; the order is that of the help.
COMMANDS = (
    "schedule",
    "vested",
    "explain",
    "rules",
    "check",
    "batch",
    "periods",
    "upcoming",
    "measures",
    "portfolio",
    "schema",
    "completion",
)
_CLICK_ERROR: type[Exception] = typer.BadParameter.__mro__[2]  # UsageError's parent, by whatever name this typer carries it


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and gives its exit status."""
    try:
        status = application(arguments)(args=list(arguments), prog_name="vestcalc", standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except UsageError as error:
        return _leave_quietly(complain(str(error), 2))
    except VestcalcError as error:
        return complain(str(error), 1)
    except NobodyReads:
        return _leave_quietly(0)
    except (KeyboardInterrupt, typer.Abort):
        return complain("interrupted", 130)
    except _CLICK_ERROR as error:
        return complain(_usage_line(error, arguments), 2)
    except Exception as error:
        if os.environ.get("VESTCALC_TRACEBACK"):
            raise
        return complain(f"a fault of vestcalc ({type(error).__name__}: {error}); VESTCALC_TRACEBACK=1 shows where; please report it", 1)
    return status if isinstance(status, int) else 0


def application(arguments: Sequence[str]) -> typer.Typer:
    """The application with the command that is called; with all of them where none is named, for the help."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    called = arguments[0] if arguments and arguments[0] in COMMANDS else None
    for name in (called,) if called else COMMANDS:
        app.command(name, cls=PlainCommand)(getattr(import_module(f"vestcalc.cli.{name}"), name))
    # Options before the command exist only where no command comes first: each would cost an import of pydantic (command.py).
    app.callback(add_help_option=False)(_nothing) if called else app.callback(invoke_without_command=True)(vestcalc)
    return app


def _nothing() -> None:
    """Read what SEC Forms 3, 4 and 5 say about vesting, and say exactly what vests when."""


def vestcalc(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Print the version and exit."),
) -> None:
    """Read what SEC Forms 3, 4 and 5 say about vesting, and say exactly what vests when."""
    if version:
        from vestcalc import __version__

        print(f"vestcalc {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise UsageError(f"a command is needed, one of {', '.join(COMMANDS)}; vestcalc --help tells more")


def complain(text: str, status: int) -> int:
    """One line on standard error; gives the status back."""
    from vestcalc.report.page import visible

    print(f"vestcalc: {visible(text)}", file=sys.stderr)
    return status


def _usage_line(error: Exception, arguments: Sequence[str]) -> str:
    message = " ".join(str(getattr(error, "format_message", error.__str__)()).split())
    called = next((word for word in arguments if word in COMMANDS), None)
    return f"{message.rstrip('.')}; see vestcalc {f'{called} ' if called else ''}--help"


def _leave_quietly(status: int) -> int:
    """The status; nothing is left for the interpreter to flush at its end into an output that takes no more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
