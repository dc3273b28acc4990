"""Row sources, one module for each section of a programme."""
