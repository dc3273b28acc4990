"""`python -m munprog.cli`."""

from munprog.cli import main

if __name__ == "__main__":
    main()
