"""The command line. Importing it costs click alone: `--help` has to be there at once.

A command is a module of this package, named as the command and holding a `command`, which is imported when the
command is called; `munprog.cli.group.COMMANDS` lists it with the line that `munprog --help` shows. Its options and
arguments come from `munprog.cli.wording`, so that all click has to say is said in Russian. It returns the exit code.
"""

from munprog.cli.group import main

__all__ = ["main"]
