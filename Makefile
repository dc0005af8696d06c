PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
EXAMPLE := reports/border-buildup

.DEFAULT_GOAL := help
.PHONY: help report test check quality bench fuzz clean

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

report: $(VENV)/installed-run ## Run the main job on the bundled example and leave its report
	@$(BIN)/factcheck check $(EXAMPLE)/sources --draft $(EXAMPLE)/draft.md --format terminal \
	  --format html=$(EXAMPLE)/report.html --format json=$(EXAMPLE)/report.json; [ $$? -eq 1 ]
	@echo
	@echo "The report is in $(EXAMPLE)/report.html and $(EXAMPLE)/report.json."
	@echo "factcheck itself ended with status 1, as it should: the example holds a discrepancy on purpose."

test: $(VENV)/installed-test ## Run the tests
	@$(BIN)/python -m pytest

check: $(VENV)/installed-dev ## Run the linter, the formatter, the type checker and the check of the layers
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

quality: $(VENV)/installed-run ## Measure on labelled data (../shared) and compare with the floors
	@$(BIN)/python tests/quality/quality.py

bench: $(VENV)/installed-test ## As quality, and the speeds and the growth
	@$(BIN)/python tests/quality/quality.py --bench

fuzz: $(VENV)/installed-fuzz ## Look for inputs that break a reader or the grammar, for SECONDS (600)
	@$(BIN)/python -m tests.fuzz.run $(or $(SECONDS),600)

clean: ## Remove what was installed and what tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .fuzz .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say what is installed; a change of pyproject.toml installs it again.
# pip comes first: the one that old Pythons bring does not resolve every extra.
$(VENV)/pip:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade pip
	@touch $@

$(VENV)/installed-run: EXTRA :=
$(VENV)/installed-test: EXTRA := [test]
$(VENV)/installed-dev: EXTRA := [dev]
$(VENV)/installed-%: pyproject.toml | $(VENV)/pip
	$(PIP) install --editable '.$(EXTRA)'
	@$(BIN)/python -m compileall -q factcheck  # as pip does with all that is not editable
	@touch $@
