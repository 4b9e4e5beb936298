"""Vested shares over time as a step chart in plain SVG; no library, for a step line is a path of straight lines.

figure.py says what is to be seen (from the engine's steps), scale.py where, draw.py draws it, still.py makes a file of it.
"""
