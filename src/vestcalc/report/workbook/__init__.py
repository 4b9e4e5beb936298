"""Answers as a workbook that counts on: the day and the price are cells, and the summary follows them by formulas.

cells.py writes exact values, schedule.py and awards.py the sheets of facts, summary.py the formulas, book.py puts them together.
"""
