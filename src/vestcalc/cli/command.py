"""A typer command whose parameters are all strings, lists of strings or flags.

In: the words after the command's name. Out: the values of the parameters as they were written. What they mean is read by our own
code, so typer's conversion of types is left out: with it, each command would import pydantic and build a validator for every option.
"""

from typing import Any

from typer.core import TyperCommand


class PlainCommand(TyperCommand):
    """The parser's words are the values; --help and unknown words are treated as ever."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        found, rest, _ = self.make_parser(ctx).parse_args(args=list(args))
        own = list(self.params)
        for param in self.get_params(ctx):
            if param not in own and found.get(param.name) is True:  # --help
                _, rest = param.handle_parse_result(ctx, found, rest)
        for param in own:
            value = found.get(param.name)
            given = isinstance(value, str | bool | list | tuple)
            ctx.params[param.name] = (list(value) if isinstance(value, tuple) else value) if given else param.get_default(ctx)
        if rest:
            ctx.fail(f"Got unexpected extra argument ({' '.join(rest)})")
        ctx.args = rest
        return rest
