"""vestcalc schema: JSON Schema of the JSON output."""

from vestcalc.cli import options as o
from vestcalc.cli.output import chosen_format, write


def schema(format: o.Format = None, output: o.Output = None, force: o.Force = False) -> None:
    """JSON Schema of the JSON output."""
    import json

    from vestcalc.report.schema import json_schema

    chosen_format(format, output, ("json",), force)
    write([json.dumps(json_schema(), indent=2), "\n"], output, force)
