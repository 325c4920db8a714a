# Every target makes its own environment first; editors need only `make site` and `make serve`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV := $(VENV)/.dev
JUDGES := .judges/.ready
LIGHTHOUSE := .judges/.lighthouse

# One thing at a time: two of them could install at once.
.NOTPARALLEL:
.PHONY: site serve check test fast judges lighthouse bless clean

site: $(READY) ## check the content and publish both sites into site/
	$(BIN)/python build.py

serve: $(READY) ## preview both sites on 127.0.0.1, rebuilt on every save
	$(BIN)/python build.py serve

check: $(DEV) ## lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: $(JUDGES) check ## everything: what CI runs
	$(BIN)/pytest -n auto --dist worksteal

fast: $(DEV) ## the tests that need neither a browser nor patience
	$(BIN)/pytest -n auto -m "not browser and not slow"

judges: $(JUDGES) ## every page of both sample sites before judges nobody here wrote; ONLY="nu links" asks some of them
	$(BIN)/python -m tests.judges $(ONLY)

lighthouse: $(LIGHTHOUSE) ## Lighthouse on three pages, as a phone; its figures mean something on a quiet machine
	$(BIN)/python -m tests.judges.lighthouse

bless: $(DEV) ## accept the wordings of tests/broken as they are now; read the diff aloud
	$(BIN)/python -m tests.test_broken
	git diff --stat tests/broken

clean: ## remove what we made
	rm -rf .mingbai .judges site/.trees site/public site/intranet

# Whoever wants more brings along what is asked for first, so that on a new machine pip works once.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml | $(BIN)/python
	$(INSTALL) -e .
	touch $@

$(DEV): pyproject.toml | $(BIN)/python
	$(INSTALL) -e '.[dev]'
	touch $(READY) $@

# npm's packages at the versions of tests/judges/package.json, by the Node that is in the environment; no script of theirs runs
NPM = cp tests/judges/package.json .judges/ && cd .judges && PATH="$(CURDIR)/$(BIN):$$PATH" \
	npm install --ignore-scripts --no-package-lock --no-audit --no-fund --loglevel=error

$(JUDGES): pyproject.toml tests/judges/package.json | $(BIN)/python
	$(INSTALL) -e '.[dev,judges]'
	touch $(READY) $(DEV)
	mkdir -p .judges
	$(NPM) --omit=dev
	touch $@

$(LIGHTHOUSE): tests/judges/package.json | $(JUDGES)
	$(NPM)
	touch $@
