"""vestcalc rules: the rule objects the words became."""

import typer

from vestcalc.cli import options as o
from vestcalc.cli.inputs import inputs
from vestcalc.cli.output import chosen_format, write

FORMATS = ("json",)


def rules(
    files: o.Files = None,
    text: o.Text = None,
    shares: o.Shares = None,
    granted: o.Granted = None,
    exercise_price: o.ExercisePrice = None,
    expires: o.Expires = None,
    security: o.Security = None,
    code: o.Code = "A",
    reported: o.Reported = None,
    day_of_month: o.DayOfMonth = "anchor",
    award: o.Award = None,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """The rule objects the words became."""
    from vestcalc.report.json_ import as_json
    from vestcalc.report.rules_page import rules_dicts

    chosen_format(format, output, FORMATS, force)
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, day_of_month=day_of_month, code=code, award=award, strict=strict)
    write(as_json(rules_dicts(read.answers())), output, force)
    raise typer.Exit(read.status())
