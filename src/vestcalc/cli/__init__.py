"""The command line. `main` answers `--version` itself; all else goes to typer, one file per command.

In: sys.argv. Out: an exit status: 0 done, 1 a file could not be read, 2 usage, 3 with --strict. No logic stands here.
"""

import gc
import sys

#: So many new objects before a collection: what a start makes stays, and looking through it for rubbish finds none.
_OBJECTS = 100_000


def main() -> None:
    """The entry point `vestcalc`; ends the process with the exit status."""
    if sys.argv[1:] == ["--version"]:
        from vestcalc import __version__

        print(f"vestcalc {__version__}")
        sys.exit(0)
    gc.set_threshold(_OBJECTS)
    from vestcalc.cli.app import run

    sys.exit(run(sys.argv[1:]))
