"""The parts of the reader for text of a print: clean, sections, people, tokens, tables, titles; `..ocr_text` puts them together."""
