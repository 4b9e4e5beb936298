"""vestcalc explain: the words, the rule each became, the dates, every assumption, check and gap."""

import typer

from vestcalc.cli import options as o
from vestcalc.cli.inputs import inputs
from vestcalc.cli.output import chosen_format, typeset, width, write

FORMATS = ("table", "md", "json")


def explain(
    files: o.Files = None,
    text: o.Text = None,
    shares: o.Shares = None,
    granted: o.Granted = None,
    exercise_price: o.ExercisePrice = None,
    expires: o.Expires = None,
    security: o.Security = None,
    code: o.Code = "A",
    reported: o.Reported = None,
    rounding: o.Rounding = "cumulative-round-down",
    day_of_month: o.DayOfMonth = "anchor",
    award: o.Award = None,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """The words, the rule each became, the dates, every assumption, check and gap."""
    chosen = chosen_format(format, output, FORMATS, force)
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, rounding=rounding, day_of_month=day_of_month, code=code, award=award, strict=strict)
    if chosen == "json":
        from vestcalc.report.json_ import as_json

        write(as_json(filing.to_dict() for filing in read.answers()), output, force)
    else:
        from vestcalc.report.explain_page import explain_page

        blocks = explain_page(read.answers(), width())
        write(typeset(blocks, chosen), output, force)
    raise typer.Exit(read.status())
