# The one door. `make` alone lists what it can do.
#
# Everything runs in .venv, made from hash-pinned lock files with wheels only. VENV=elsewhere puts it elsewhere.

SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV ?= .venv
BIN := $(VENV)/bin
# The first Python of 3.11 or later that really starts.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
LOCKED := --require-hashes --only-binary :all:
STAMP := $(VENV)/.installed

.PHONY: spark help screens demo test check bench lock clean ledger-campaign install \
	reading-diff reading-freeze confidence fuzz fuzz-parsers

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

install: $(STAMP) ## make the environment (all other targets do so when needed)

$(STAMP): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed and was not found. Install it, or say make PYTHON=..." >&2; exit 1; }
	@echo "Installing into $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "No environment could be made. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PIP) install $(LOCKED) -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP) ## do the main job on the example and show the result (SERVE=0 ends there)
	@$(BIN)/habeas demo $(if $(filter 0,$(SERVE)),--no-serve)

test: $(STAMP) ## run every test (T=tests/ledger for some)
	@$(BIN)/python -m pytest -n auto --dist loadgroup -m "not browser and not spark" $(T)
	@$(BIN)/python -m pytest -m browser $(T) || [ $$? = 5 ]  # one process: pages share one browser; 5: none in $(T)

check: $(STAMP) ## the quick look before a commit: ruff, mypy --strict, import contracts
	@$(BIN)/ruff check src tests bench tools
	@$(BIN)/mypy --strict
	@$(BIN)/lint-imports

screens: $(STAMP) ## take the pictures of docs/screens anew (needs Chromium)
	@HABEAS_SCREENS=1 HABEAS_REQUIRE_ALL=1 $(BIN)/python -m pytest -q -n 0 tests/web/test_screens.py

reading-diff: $(STAMP) ## what reading gains and loses against the frozen run, item by item (A=--all for every item)
	@$(BIN)/python tools/reading_diff.py $(A)

reading-freeze: $(STAMP) ## freeze the present run: say in the commit why items were lost
	@$(BIN)/python tools/reading_diff.py --freeze

confidence: $(STAMP) ## of the proposals that are so sure, how many are right
	@$(BIN)/python tools/reading_confidence.py

fuzz: $(STAMP) ## 10,000 invented documents and broken files through the parsers and the rules (minutes; N=... for more)
	@$(BIN)/python tools/fuzz.py documents --number $(or $(N),10000)

fuzz-parsers: $(STAMP) ## atheris on the parsers for ten minutes (needs atheris; S=... for seconds)
	@$(BIN)/python tools/fuzz.py parsers --seconds $(or $(S),600)

bench: $(STAMP) ## measure ours beside the targets
	@$(BIN)/python bench/run.py

spark: $(STAMP) ## the engine Spark held to our own (needs Java; takes pyspark, 500 MB, into an environment of its own)
	@command -v java >/dev/null || [ -n "$${JAVA_HOME:-}" ] || { echo "Java 17 is needed: apt-get install openjdk-17-jre-headless" >&2; exit 1; }
	@# pyspark alone comes as a source archive, pinned by its hash like all others.
	@test -e $(VENV)-spark/.installed || { $(PYTHON) -m venv $(VENV)-spark && \
		$(VENV)-spark/bin/python -m pip --disable-pip-version-check --quiet install $(LOCKED) -r requirements/dev.txt && \
		$(VENV)-spark/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-build-isolation -r requirements/spark.txt && \
		touch $(VENV)-spark/.installed; }
	@PYTHONPATH=src $(VENV)-spark/bin/python -m pytest -q -n 0 -m spark tests/adapters/test_engines.py

ledger-campaign: $(STAMP) ## eight writers, killed at random: files, both SQLite modes, a control that must fail (minutes)
	@$(BIN)/python tools/ledger_campaign.py
	@$(BIN)/python tools/ledger_campaign.py --journal ledger_campaign:table_in_wal --around ledger_campaign:held_transaction
	@$(BIN)/python tools/ledger_campaign.py --journal ledger_campaign:table_with_rollback
	@$(BIN)/python tools/ledger_campaign.py --journal ledger_campaign:acknowledges_too_early --expect-failure

lock: requirements/lock.txt ## resolve the lock files anew (asks the package index)
	@$(PYTHON) -m venv $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip --disable-pip-version-check --quiet install $(LOCKED) -r requirements/lock.txt
	@uv=$(VENV)-lock/bin/uv; o="--universal --python-version 3.11 --generate-hashes --no-build --no-header --quiet"; \
	$$uv pip compile $$o pyproject.toml -o requirements/run.txt; \
	$$uv pip compile $$o pyproject.toml --extra dev -c requirements/run.txt -o requirements/dev.txt; \
	$$uv pip compile $${o/--no-build/} pyproject.toml --extra dev --extra spark -c requirements/dev.txt -o requirements/spark.txt; \
	$$uv pip compile $$o requirements/lock.in -o requirements/lock.txt

clean: ## remove what was made here: environment, caches, demo
	@rm -rf $(VENV) $(VENV)-lock $(VENV)-spark build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
