"""The one place that knows formats for people and programs: answers in, text out, in pieces as the filings come.

Each command has a page or a table of its own; csv_, json_, text and markdown write what those hold. Nothing is computed here.
"""
