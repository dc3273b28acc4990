"""munprog: municipal support programmes for schools, written as code and issued as official documents."""

__version__ = "0.1.0"
