# Everything starts here; .venv is made on the first call, and again when a lock changes.
#   make run     the program            make test   every check and test, as the build server does
#   make check   before a commit        make bench  ratios of times    make lock   new versions    make clean
#   make faults   every kind of harm, as often as is promised: some forty minutes on two cores
#   make bench BENCH="--claims 1000000"     the same at a million claims, of which 4 GB are made for a while
#   make bench-deadlines     our reader of deadlines beside others, which it installs in .venv-bench
#   make bench-articles      how many claims a scan finds in articles whose claims are known
#   make audit   known holes in what is locked       make licences   of what is locked       make sbom   a list of it

PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
# Many tests start the program anew: it is compiled once, even where an environment asks for no compiled files.
PYTEST := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest
# Two at once, as on the build server; `make test AT_ONCE=` runs one test after the other.
AT_ONCE ?= --numprocesses 2
PIP_INSTALL := -m pip --quiet --quiet --disable-pip-version-check install
# The hashes allow one set of files wherever they come from. So where an index in this machine's own pip settings
# lists files that it does not have, a second try without those settings is safe.
#   $(call INSTALL_LOCKED,ENVIRONMENT,LOCK,OPTIONS)
INSTALL_LOCKED = $(1)/bin/python $(PIP_INSTALL) --require-hashes $(3) -r $(2) 2>/dev/null || \
	$(1)/bin/python $(PIP_INSTALL) --isolated --require-hashes $(3) -r $(2)
# Building a source distribution would run code that came with it.
WHEELS_ONLY := --only-binary :all:
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--fork-strategy fewest --no-emit-index-url --custom-compile-command "make lock" --upgrade

SBOM := dist/claimtracker.cdx.json

.PHONY: run test check faults bench bench-deadlines bench-articles audit licences sbom lock clean qt journey-tools \
	fault-tools static

run: .venv/.runtime
	@.ci/system-packages qt-for-window .venv
	@$(BIN)/python -m claimtracker

test: qt journey-tools fault-tools static
	@$(PYTEST) $(AT_ONCE)

check: qt static
	@$(PYTEST) $(AT_ONCE) -m "not journey"

static: .venv/.development
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

faults: qt fault-tools
	@CLAIMTRACKER_FAULTS=full $(PYTEST) $(AT_ONCE) --quiet -o faulthandler_timeout=7200 tests/faults

bench: qt
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m tests.benchmarks $(BENCH)

bench-deadlines: .venv-bench/.readers
	@.venv-bench/bin/python -m tests.benchmarks.deadline_readers

bench-articles: .venv/.development
	@$(BIN)/python -m tests.benchmarks.article_scans

# Ends with 1 where a hole is known, and with 2 where the service could not be asked about everything.
audit: .venv/.development .venv-audit/.tools
	@$(BIN)/python -m tests.supply_chain.audit .venv-audit/bin/pip-audit

licences: .venv/.development
	@$(BIN)/python -m tests.supply_chain.licences

sbom: .venv/.development .venv-audit/.tools
	@mkdir -p dist
	@.venv-audit/bin/python -W ignore::UserWarning -m cyclonedx_py requirements requirements.txt \
		--pyproject pyproject.toml --output-reproducible --spec-version 1.6 --output-file dist/.sbom.json
	@$(BIN)/python -m tests.supply_chain.sbom dist/.sbom.json $(SBOM)
	@rm dist/.sbom.json
	@.venv-audit/bin/python tests/supply_chain/check_sbom.py $(SBOM)

lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: type  pip install uv" >&2; exit 1; }
	@$(COMPILE) pyproject.toml --group build --output-file requirements.txt
	@$(COMPILE) pyproject.toml --group build --constraint requirements.txt --group dev --output-file requirements-dev.txt
	@$(COMPILE) --constraint requirements-dev.txt --group pyproject.toml:audit --output-file requirements-audit.txt
	@$(COMPILE) --constraint requirements.txt --group pyproject.toml:bench --output-file requirements-bench.txt

clean:
	@rm -rf .venv .venv-audit .venv-bench .benchmarks .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache \
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
	@$(call INSTALL_LOCKED,.venv,requirements.txt,$(WHEELS_ONLY))
	@$(BIN)/python $(PIP_INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.development: requirements-dev.txt .venv/.runtime
	@$(call INSTALL_LOCKED,.venv,requirements-dev.txt,$(WHEELS_ONLY))
	@touch $@

# The tools that look into the locks stay out of what they look into.
.venv-audit/.tools: requirements-audit.txt | .venv/bin/python
	@$(BIN)/python -m venv --clear .venv-audit
	@echo '*' >.venv-audit/.gitignore
	@$(call INSTALL_LOCKED,.venv-audit,$<,$(WHEELS_ONLY))
	@touch $@

# The readers we compare with stay out of .venv, so that no check or test can come to need them. Some of them have no
# wheel: they are built, in this environment only.
.venv-bench/.readers: requirements-bench.txt | .venv/bin/python
	@$(BIN)/python -m venv --clear .venv-bench
	@echo '*' >.venv-bench/.gitignore
	@$(call INSTALL_LOCKED,.venv-bench,$<)
	@touch $@
