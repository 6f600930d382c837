# Everything starts here; .venv is made on the first call, and again when a lock changes.
#   make run     the program            make test   every check and test, as the build server does
#   make check   before a commit        make bench  ratios of times    make lock   new versions    make clean
#   make faults   kills, power cuts, two processes and upgrades broken off, as often as is promised; takes a while
#   make bench-deadlines     our reader of deadlines beside others, which it installs in .venv-bench
#   make bench-articles      how many claims a scan finds in articles whose claims are known

PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest
INSTALL := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check install
# The hashes allow one set of files wherever they come from. So where an index in this machine's own pip settings
# lists files that it does not have, a second try without those settings is safe.
INSTALL_LOCKED = $(INSTALL) --require-hashes -r $(1) 2>/dev/null || $(INSTALL) --isolated --require-hashes -r $(1)
COMPILE := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--fork-strategy fewest --no-emit-index-url --custom-compile-command "make lock" --group build

.PHONY: run test check faults bench bench-deadlines bench-articles lock clean qt journey-tools fault-tools static

run: .venv/.runtime
	@.ci/system-packages qt-for-window .venv
	@$(BIN)/python -m claimtracker

test: qt journey-tools fault-tools static
	@$(PYTEST)

check: qt static
	@$(PYTEST) -m "not journey"

static: .venv/.development
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

faults: qt fault-tools
	@CLAIMTRACKER_FAULTS=full $(PYTEST) --quiet tests/faults

bench: qt
	@$(BIN)/python -m tests.benchmarks

bench-deadlines: .venv-bench/.readers
	@.venv-bench/bin/python -m tests.benchmarks.deadline_readers

bench-articles: .venv/.development
	@$(BIN)/python -m tests.benchmarks.article_scans

lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: type  pip install uv" >&2; exit 1; }
	@$(COMPILE) --upgrade --output-file requirements.txt
	@$(COMPILE) --upgrade --constraint requirements.txt --group dev --output-file requirements-dev.txt

clean:
	@rm -rf .venv .venv-bench .benchmarks .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache \
		dist build
	@find claimtracker tests -name __pycache__ -type d -prune -exec rm -rf {} +

qt: .venv/.development
	@.ci/system-packages qt .venv

journey-tools: qt
	@.ci/system-packages journey-tools

fault-tools:
	@.ci/system-packages fault-tools

.venv/bin/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "ClaimTracker needs Python 3.11 or newer;" \
		"name one that is installed, such as  make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

# The build backend is among the locked packages: the project itself is installed without asking the registry.
.venv/.runtime: requirements.txt pyproject.toml | .venv/bin/python
	@if [ -t 2 ]; then echo "Setting up ClaimTracker in .venv, once; this takes a minute ..." >&2; fi
	@$(call INSTALL_LOCKED,requirements.txt)
	@$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.development: requirements-dev.txt .venv/.runtime
	@$(call INSTALL_LOCKED,requirements-dev.txt)
	@touch $@

# The readers we compare with stay out of .venv, so that no check or test can come to need them.
.venv-bench/.readers: requirements-bench.txt | .venv/bin/python
	@$(BIN)/python -m venv --clear .venv-bench
	@echo '*' >.venv-bench/.gitignore
	@.venv-bench/bin/python -m pip --quiet --quiet --disable-pip-version-check install --no-deps -r $<
	@touch $@
