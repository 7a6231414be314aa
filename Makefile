# Two commands do all the set-up: `make run` opens the app, `make test` runs the tests.
# uv is used when it is installed; else Python's own venv and pip. Both install the versions of the lock files.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: run test check install lint types imports clauses cases lock wheel bench format clean

run: $(VENV)/.run
	$(BIN)/clausegen app

# The tests of the browser come after the others, one at a time: they measure what a person sees on a machine at rest.
test: $(VENV)/.dev tests/tools/.installed
	$(BIN)/pytest -n auto -m "not browser"
	$(BIN)/pytest -m browser

# Microsoft's validator of Word and Excel files, for the tests alone: without npm, or elsewhere than on Linux, they skip it.
tests/tools/.installed: tests/tools/package-lock.json
	@if command -v npm >/dev/null; then npm ci --silent --no-audit --no-fund --prefix tests/tools || true; fi
	@touch $@

# Everything that must hold before a commit.
check: lint types imports clauses cases

install: $(VENV)/.run

$(VENV)/.run: pyproject.toml requirements.lock
ifdef UV
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps -e .
else
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
endif
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
ifdef UV
	$(UV) pip install --quiet --python $(BIN)/python -r requirements-dev.lock
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
endif
	@touch $@

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

clauses: $(VENV)/.dev
	$(BIN)/clausegen check

cases: $(VENV)/.dev
	$(BIN)/clausegen test

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The lock files name versions and hashes, no address: `make lock` (needs uv) after changing pyproject.toml.
lock:
	uv export --quiet --no-dev --no-emit-project --extra postgresql --no-header -o requirements.lock
	uv export --quiet --no-emit-project --all-extras --all-groups --no-header -o requirements-dev.lock

wheel: $(VENV)/.dev
	$(BIN)/python -m build --wheel --outdir dist .

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
