"""Benchmarks: each bench_*.py here measures one thing, side by side with what it is to be compared with, in one run."""
