# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
# another Python has an environment of its own: what works, and may be running, stays as it is
VENV ?= .venv$(if $(filter-out python3,$(PYTHON)),-$(notdir $(PYTHON)))
BIN := $(VENV)/bin
MADE := $(VENV)/.made-with-$(notdir $(PYTHON))
# a locked file needs no resolver: what is installed is what it names, whatever is newer elsewhere
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
FITS := $(BIN)/python -m pip check || { rm -f $(MADE) $(BIN)/python; \
  echo 'Packages do not fit together. Try again: the environment is then made anew.'; exit 1; }

# some images set this: every program that the tests start, and each part of them, was then compiled anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check fresh benchmark soak requirements messages pictures clean

# start on this machine; it says where to open it. PORT (8501) and DATA (data) may be named
run: $(VENV)/.run
	@$(BIN)/python cli.py serve $${PORT:+--port "$$PORT"} $${DATA:+--data "$$DATA"}

# the whole suite, with a PostgreSQL of its own and a real browser
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=
	$(BIN)/coverage report --include='assessment/*,exchange/*,storage/*,reports/*,runtime.py,settings.py' --fail-under=100
	$(BIN)/coverage report --include='ui/*,web/*,locales/*,commands/*,app.py,cli.py' --fail-under=90

# the quick round
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python cli.py check-criteria

# both commands on a bare Debian 12 and 13, made for it and gone afterwards; as root, with debootstrap
fresh:
	.ci/fresh $(RELEASES)

benchmark: $(VENV)/.dev
	$(BIN)/python cli.py benchmark

# ten minutes of bad days: kills, a full disk, locks, cut lines; every confirmed answer is looked up
soak: $(VENV)/.dev
	$(BIN)/python -m benchmarks.soak --seconds $(or $(SECONDS),600)

# write what requirements*.in ask for to requirements*.txt, exactly; UPGRADE=--upgrade takes the newest
requirements: $(VENV)/.dev
	for name in requirements requirements-postgres requirements-dev; do \
	  $(BIN)/uv pip compile $(UPGRADE) -q --universal --python-version 3.11 --generate-hashes \
	    --no-build --emit-build-options --no-annotate --custom-compile-command 'make requirements' $$name.in -o $$name.txt || exit; \
	done

# bring the translations in step with the code
messages: $(VENV)/.dev
	$(BIN)/python -m locales.messages

# make the pictures of README anew, from the example project
pictures: $(VENV)/.dev
	$(BIN)/python -m docs.pictures.make

clean:
	rm -rf $(VENV) .venv-* .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# an environment that is there, such as that of a start file, is used if it fits; the shell compares
VERSION := -c 'import pip, sys; print(sys.version_info[:2])'
$(MADE):
	@$(PYTHON) -c 'import sys; sys.version_info < (3, 11) and sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@[ "$$($(BIN)/python $(VERSION) 2>/dev/null)" = "$$($(PYTHON) -c 'import sys; print(sys.version_info[:2])')" ] || \
	  { echo '$(PYTHON) -m venv --clear $(VENV)'; $(PYTHON) -m venv --clear $(VENV); }
	touch $@

$(VENV)/.run: requirements.txt $(MADE)
	$(PIP) -r requirements.txt
	@$(FITS)
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt requirements-postgres.txt
	$(PIP) -r requirements.txt -r requirements-postgres.txt -r requirements-dev.txt
	@$(FITS)
	touch $@
