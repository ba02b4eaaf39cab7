# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
PORT ?= 8501
DATA ?= data
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run test check benchmark requirements messages clean

run: $(VENV)/.run
	$(BIN)/python cli.py serve --port $(PORT) --data $(DATA)

# the whole suite, with PostgreSQL and a real browser
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --cov --cov-report=
	$(BIN)/coverage report --include='assessment/*,storage/*,reports/*' --fail-under=100
	$(BIN)/coverage report --include='ui/*,web/*,app.py,cli.py,commands/*,locales/*' --fail-under=90

# the quick round
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python cli.py check-criteria

benchmark: $(VENV)/.dev
	$(BIN)/python cli.py benchmark

requirements: $(VENV)/.dev
	for name in requirements requirements-postgres requirements-dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --custom-compile-command 'make requirements' $$name.in -o $$name.txt; done

messages: $(VENV)/.dev
	$(BIN)/python -m locales.messages

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	$(PIP) -r requirements.txt
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt requirements-postgres.txt
	$(PIP) -r requirements.txt -r requirements-postgres.txt -r requirements-dev.txt
	touch $@
