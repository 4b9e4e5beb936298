"""The questions people ask of schedules: what if, how much in between, what is coming up, whose awards are these.

In: answers (AwardSchedule, FilingSchedules) and the days, events and prices a person asks about. Out: plain structs of exact
numbers, or changed answers. Nothing here reads a document, an option or the clock, and nothing is printed. Nothing is imported here:
a command that asks nothing of the sort pays nothing for it.
"""
