"""The one place that knows calendars and shares: terms and the facts of a row become a schedule, and a position as of a day.

The public calls are `vestcalc.schedule.build.build` and `vestcalc.schedule.position.position`. Nothing is imported here:
reading the models (facts.py, model.py) costs no engine, and the two calls share their modules' names.
"""
