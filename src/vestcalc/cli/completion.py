"""vestcalc completion: the script with which bash, zsh or fish complete commands, options and their values.

In: the name of a shell. Out: a script that holds all words itself, so that a key press starts no program. What takes a file is
completed with files.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from msgspec import Struct

from vestcalc.cli import options as o
from vestcalc.cli.output import chosen_format, write
from vestcalc.given import UsageError, shown

SHELLS = ("bash", "zsh", "fish")
Shell = Annotated[str | None, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")]


class Word(Struct, frozen=True):
    """An option: its names, its help, whether a value follows and which ones there are."""

    names: tuple[str, ...]
    help: str
    takes: bool
    values: tuple[str, ...] = ()


def completion(shell: Shell = None, output: o.Output = None, force: o.Force = False) -> None:
    """The script with which bash, zsh or fish complete commands, options and values."""
    chosen_format("sh", output, ("sh",), force)
    if shell not in SHELLS:
        what = "a shell is needed" if shell is None else f"{shown(shell)} is no shell known here"
        raise UsageError(f"{what}; give bash, zsh or fish")
    script = {"bash": bash, "zsh": zsh, "fish": fish}[shell]
    write([script(words())], output, force)


def words() -> dict[str, tuple[str, list[Word]]]:
    """Every command: its help and its options."""
    from typer.main import get_command

    from vestcalc.cli.app import COMMANDS, application

    group: Any = get_command(application(()))
    found = {}
    for name in COMMANDS:
        command = group.commands[name]
        formats = getattr(import_module(f"vestcalc.cli.{name}"), "FORMATS", ())
        found[name] = (_first(command.help), [_word(param, formats) for param in command.params if param.opts[0].startswith("-")])
    return found


def _word(param: Any, formats: Sequence[str]) -> Word:
    from vestcalc.calculate import DAYS_OF_MONTH, ROUNDINGS

    values = {"format": tuple(formats), "rounding": ROUNDINGS, "day_of_month": DAYS_OF_MONTH}.get(param.name, ())
    return Word(tuple(param.opts), _first(param.help), not param.is_flag, tuple(values))


def _first(text: str | None) -> str:
    return " ".join((text or "").split())


def bash(found: dict[str, tuple[str, list[Word]]]) -> str:
    """For bash: source <(vestcalc completion bash)."""
    cases = "".join(
        f"    {name}) words={_quoted(' '.join([*(n for word in known for n in word.names), '--help']))} ;;\n"
        for name, (_, known) in found.items()
    )
    return f"""# vestcalc completion for bash: source <(vestcalc completion bash)
_vestcalc() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W {_quoted(" ".join([*found, "--help", "--version"]))} -- "$current"))
    return
  fi
  case $command:$before in
{_value_cases(found)}  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case $command in
{cases}  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}}
complete -o filenames -F _vestcalc vestcalc
"""


def zsh(found: dict[str, tuple[str, list[Word]]]) -> str:
    """For zsh: vestcalc completion zsh > a folder of $fpath, as _vestcalc."""
    commands = " ".join(_quoted(f"{name}:{_plain(help)}") for name, (help, _) in found.items())
    cases = "".join(
        f"    {name}) _arguments -s {' '.join(_zsh_option(word, n) for word in known for n in word.names)} '*:file:_files' ;;\n"
        for name, (_, known) in found.items()
    )
    return f"""#compdef vestcalc
_vestcalc() {{
  local -a commands
  commands=({commands})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT -= 1 ))
  case $name in
{cases}  esac
}}
if [ "$funcstack[1]" = _vestcalc ]; then _vestcalc "$@"; else compdef _vestcalc vestcalc; fi
"""


def fish(found: dict[str, tuple[str, list[Word]]]) -> str:
    """For fish: vestcalc completion fish > ~/.config/fish/completions/vestcalc.fish."""
    lines = ["# vestcalc completion for fish"]
    for name, (help, known) in found.items():
        lines.append(f"complete -c vestcalc -n __fish_use_subcommand -f -a {name} -d {_quoted(help)}")
        for word in known:
            short = "".join(f" -s {n[1:]}" for n in word.names if not n.startswith("--"))
            long = "".join(f" -l {n[2:]}" for n in word.names if n.startswith("--"))
            value = f" -x -a {_quoted(' '.join(word.values))}" if word.values else " -r" if word.takes else ""
            lines.append(f"complete -c vestcalc -n '__fish_seen_subcommand_from {name}'{short}{long}{value} -d {_quoted(word.help)}")
    return "\n".join(lines) + "\n"


def _value_cases(found: dict[str, tuple[str, list[Word]]]) -> str:
    return "".join(
        f"    {'|'.join(f'{name}:{n}' for n in word.names)}) words={_quoted(' '.join(word.values))} ;;\n"
        for name, (_, known) in found.items()
        for word in known
        if word.values
    )


def _zsh_option(word: Word, name: str) -> str:
    value = f":value:({' '.join(word.values)})" if word.values else ":value:_files" if word.takes else ""
    return _quoted(f"{name}[{_plain(word.help)}]{value}")


def _plain(text: str) -> str:
    """Without what zsh would take for its own."""
    return text.replace("[", "(").replace("]", ")").replace(":", ",")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
