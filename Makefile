# KubeBuku: `make run` opens the practice book, `make test` runs the whole check. Everything needed is set up on the way.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules
# Many tests start the program anew; each start would compile it anew, were that forbidden to write down.
export PYTHONDONTWRITEBYTECODE :=

# Two environments, each holding one lock: what runs the program from this checkout is there sooner than all that checks it.
RUN ?= .venv-run
VENV ?= .venv
MUTANTS ?= .venv-mutants
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORDS := $(VENV)/.words
CATALOGUES := $(wildcard resources/locale/*/LC_MESSAGES/*.po)
WORKERS ?= 2
DEJAVU ?= /usr/share/fonts/truetype/dejavu

.PHONY: help run test check unit mutants bench shots words schema plan locks fonts wheel clean distclean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(RUN)/.words build/system-run.stamp ## open the practice book (without a screen: write it, its report and pictures to build/practice)
	@.ci/practice $(RUN)

test: check build/system-test.stamp ## the whole check: everything of `make check`, then all tests with their coverage
	@mkdir -p build/coverage && rm -f build/coverage/data*
	@echo "Tests"
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n $(WORKERS) --dist worksteal --cov --cov-branch --cov-report= --cov-report=json
	@echo "Coverage"
	@$(BIN)/python .ci/coverage_gate.py build/coverage/coverage.json

check: $(WORDS) ## what needs no run: style, types, import rules, translations
	@echo "Style";        $(BIN)/ruff check --quiet && $(BIN)/ruff format --quiet --check
	@echo "Types";        $(BIN)/mypy --no-error-summary
	@echo "Import rules"; $(BIN)/lint-imports --no-logo >build/imports.log 2>&1 || { cat build/imports.log; exit 1; }
	@echo "Translations"; $(BIN)/python .ci/words.py --check

unit: $(WORDS) build/system-test.stamp ## tests only, stop at the first failure (T=tests/ledger for a part)
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -x $(T)

mutants: $(MUTANTS)/.words build/system-test.stamp ## break the code in many places, see whether a test falls (G="domain rules", SEED=1)
	@$(MUTANTS)/bin/python .ci/mutants.py --workers $(WORKERS) --seed $(or $(SEED),1) $(G)

bench: $(WORDS) build/system-run.stamp ## benchmarks, each beside its yardstick
	@PYTHONPATH=. $(BIN)/python -m tests.benchmarks.fullbook
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q --benchmark-enable --benchmark-only --benchmark-group-by=group --benchmark-columns=min,median,rounds tests/benchmarks

shots: $(WORDS) build/system-run.stamp ## pictures of the pages into build/shots
	@rm -rf build/shots && mkdir -p build/shots
	@$(BIN)/kubebuku-cli sample build/shots/hunafa-bersama.kubebuku
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m kubebuku.ui.shots build/shots/hunafa-bersama.kubebuku build/shots

words: $(READY) ## bring the catalogue up to the code, say what is missing, compile
	@$(BIN)/python .ci/words.py

schema: $(READY) ## write the shipped schema anew from the migrations
	@mkdir -p build resources/schema && $(BIN)/python -m kubebuku.migrations.run >build/book.sql
	@mv build/book.sql resources/schema/book.sql

plan: $(READY) ## draw the plan of the house anew from the import contracts
	@$(BIN)/python .ci/plan.py

locks: $(READY) ## choose versions anew and lock them
	@.ci/lock.sh $(BIN)/uv

fonts: $(READY) ## cut the fonts anew (DEJAVU=folder of the whole ones)
	@$(BIN)/python .ci/fonts.py $(DEJAVU)

wheel: $(READY) ## a wheel into dist
	@$(BIN)/python -m hatchling build -t wheel -d dist

clean: ## remove what was made, but not the virtual environments
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks *.egg-info
	@find kubebuku tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
	@find resources/locale -name '*.mo' -delete && rm -f $(RUN)/.words $(WORDS) $(MUTANTS)/.words

distclean: clean ## remove the virtual environments too
	@rm -rf $(RUN) $(VENV) $(MUTANTS)

$(RUN)/.ready: locks/source.txt
$(READY): locks/dev.txt
$(MUTANTS)/.ready: locks/mutants.txt

%/.ready: pyproject.toml hatch_build.py .ci/setup .ci/install.py
	@.ci/setup $* $(filter locks/%,$^)

%/.words: %/.ready $(CATALOGUES)
	@$*/bin/python hatch_build.py
	@touch $@

build/system-%.stamp: .ci/system
	@.ci/system $*
	@mkdir -p build && touch $@
