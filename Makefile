# `make help` lists what one can do here. Everything is installed into .venv from the
# hash-pinned lock files in requirements/; nothing else on the machine is touched.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check -q
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help demo run test check lint types contracts format lock texts bench clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: $(VENV)/demo ## a short conversation with the real bot, in the terminal
	@$(BIN)/samspil demo

run: $(VENV)/demo ## the bot for real; needs SAMSPIL_TOKEN
	@$(BIN)/samspil run

test: check ## everything: lint, types, contracts, tests
	@$(BIN)/python -m pytest

check: lint types contracts ## lint, types and import contracts alone

lint: $(VENV)/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/dev
	@$(BIN)/mypy

contracts: $(VENV)/dev
	@$(BIN)/lint-imports --no-cache

format: $(VENV)/dev ## rewrite the code in the house style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

texts: $(VENV)/dev ## bring the .po catalogues up to date with the code
	@$(BIN)/python -m texts.extract

bench: $(VENV)/dev ## the measurements; ratios within one run
	@for script in bench/bench_*.py; do $(BIN)/python $$script || exit 1; done

lock: $(VENV)/dev ## write the lock files anew from pyproject.toml
	@for which in demo dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
	    --extra playground $$(test $$which = dev && echo --extra dev) \
	    pyproject.toml $$(test $$which = demo && echo requirements/build.in) \
	    -o requirements/$$which.txt || exit 1; \
	done

clean: ## remove what was built here
	rm -rf $(VENV) build dist demo-out *.egg-info .mypy_cache .ruff_cache .hypothesis

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Samspil needs Python 3.11 or newer; say which with: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/demo: $(VENV)/python requirements/demo.txt pyproject.toml
	@test -e $(VENV)/dev || $(PIP) install --require-hashes -r requirements/demo.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: $(VENV)/python requirements/dev.txt pyproject.toml
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
