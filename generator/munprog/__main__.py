"""`python -m munprog`."""

from munprog.cli import main

if __name__ == "__main__":
    main()
