# The tasks themselves are in tools/tasks.py, so that Windows has them without make (make.cmd).
PYTHON ?= python3

TASKS := build test lint bench wheel lock setup clean
.PHONY: $(TASKS)
.NOTPARALLEL:

$(TASKS):
	@$(PYTHON) tools/tasks.py $@
