"""`python -m vestcalc`: the command line where its script is not on the path."""

from vestcalc.cli import main

if __name__ == "__main__":
    main()
