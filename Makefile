# Every target makes its own environment first; editors need only `make site` and `make serve`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV := $(VENV)/.dev

.PHONY: site serve check test fast bless clean

site: $(READY) ## check the content and publish both sites into site/
	$(BIN)/python build.py

serve: $(READY) ## preview both sites on 127.0.0.1, rebuilt on every save
	$(BIN)/python build.py serve

check: $(DEV) ## lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check ## everything: what CI runs
	$(BIN)/pytest -n auto

fast: $(DEV) ## the tests that need neither a browser nor patience
	$(BIN)/pytest -n auto -m "not browser and not slow"

bless: $(DEV) ## accept the wordings of tests/broken as they are now; read the diff aloud
	$(BIN)/python -m tests.test_broken
	git diff --stat tests/broken

clean: ## remove what we made
	rm -rf .mingbai site/.trees site/public site/intranet

$(READY): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(DEV): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@
