"""The options that mean the same on every command, written once.

In: what typer hands over, as strings. Out: the annotated types for the commands' parameters. What the strings say is read in
inputs.py and output.py.
"""

from typing import Annotated

import typer

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE...", help="Filings in any form; - is standard input; folders and zips are all they hold."),
]
Text = Annotated[str | None, typer.Option("--text", help='Instead of FILE: the terms themselves, "25% vests on ...".')]
Shares = Annotated[str | None, typer.Option("--shares", metavar="N", help="With terms alone: the size of the award.")]
Granted = Annotated[str | None, typer.Option("--granted", metavar="DATE", help="With terms alone: the grant date.")]
ExercisePrice = Annotated[str | None, typer.Option("--exercise-price", metavar="P", help="With terms alone: the exercise price.")]
Expires = Annotated[str | None, typer.Option("--expires", metavar="DATE", help="With terms alone: the expiration date.")]
Security = Annotated[str | None, typer.Option("--security", metavar="TITLE", help='With terms alone: the title, "Stock Option".')]
Code = Annotated[str, typer.Option("--code", metavar="CODE", help="With terms alone: the transaction code; none for a holding.")]
Reported = Annotated[str | None, typer.Option("--reported", metavar="DATE", help="With terms alone: the date of the report.")]
Format = Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", help="The form of the output.")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; the format is told by its suffix.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file of --output if it is there already.")]
Bom = Annotated[bool, typer.Option("--bom", help="A byte order mark before CSV, for spreadsheets that want one.")]
Alarm = Annotated[list[str] | None, typer.Option("--alarm", metavar="DAYS", help="With ics: an alarm so many days before, as 7d.")]
Rounding = Annotated[str, typer.Option("--rounding", metavar="MODE", help="How parts become whole shares.")]
DayOfMonth = Annotated[str, typer.Option("--day-of-month", metavar="POLICY", help="On which day of a month a series falls.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The day: 2015-06-30, today, +90d.")]
OpensOn = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="With html, xlsx, svg, png: the day they open on.")]
First = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Only vests on or after this day.")]
Last = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Only vests on or before this day.")]
Year = Annotated[str | None, typer.Option("--year", metavar="YEAR", help="Only vests in this year.")]
Price = Annotated[str | None, typer.Option("--price", metavar="P", help="A market price, for values.")]
Award = Annotated[str | None, typer.Option("--award", metavar="ROW", help="Only one row, such as II.1.")]
Every = Annotated[bool, typer.Option("--all", help="Every vest, where a table would sum up by year.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit status 3 when an award is incomplete, not understood, or fails a check.")]
