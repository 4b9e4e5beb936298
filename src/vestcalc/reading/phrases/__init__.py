"""Phrases: what words make together. One file a family; see cascade.py for their order."""
