"""One self-contained page of answers for a browser: no file beside it, no network.

awards.py and notes.py say what stands on it, data.py what its script looks up, render.py puts both into the templates.
"""
