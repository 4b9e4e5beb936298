"""vestcalc rules: the rule objects the words became."""

import typer

from vestcalc.cli import asked as a
from vestcalc.cli import options as o
from vestcalc.cli.inputs import Inputs, inputs, note
from vestcalc.cli.output import chosen_format, write
from vestcalc.given import UsageError

FORMATS = ("json", "ocf", "ocf-transactions")


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
    rounding: o.Rounding = "cumulative-round-down",
    day_of_month: o.DayOfMonth = "anchor",
    from_dates: a.FromDates = None,
    award: o.Award = None,
    strict: o.Strict = False,
    format: o.Format = None,
    output: o.Output = None,
    force: o.Force = False,
) -> None:
    """The rule objects the words became."""
    from vestcalc.report.json_ import as_json
    from vestcalc.report.rules_page import rules_dicts

    chosen = chosen_format(format, output, FORMATS, force)
    if from_dates is not None:
        from vestcalc.cli.dates import day_option
        from vestcalc.cli.from_dates import inferred

        if chosen != "json":
            raise UsageError("--from-dates: gives json only; leave --format out")
        a.only_with_from_dates(files=files, text=text, shares=shares, award=award)
        dicts, more = inferred(from_dates, day_option(granted, "--granted"), None if day_of_month == "anchor" else day_of_month)
        write(as_json(dicts, **more), output, force)
        return
    facts = (shares, granted, exercise_price, expires, security, reported)
    read = inputs(files, text, facts, rounding=rounding, day_of_month=day_of_month, code=code, award=award, strict=strict)
    write(as_json(rules_dicts(read.answers())) if chosen == "json" else _ocf(read, chosen), output, force)
    raise typer.Exit(read.status())


def _ocf(read: Inputs, chosen: str) -> list[str]:
    """One of the two files of the Open Cap Format; what it cannot say goes to standard error."""
    import json

    from vestcalc.report.ocf.transactions import ocf_files

    files = ocf_files(read.answers())
    for notice in files.notices:
        note(notice)
    return [json.dumps(files.terms if chosen == "ocf" else files.transactions, indent=2, ensure_ascii=False), "\n"]
