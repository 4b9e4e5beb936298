"""The one place that knows English: notes in, terms with spans, remarks and gaps out."""

from vestcalc.reading.read import Reading, read

__all__ = ["Reading", "read"]
