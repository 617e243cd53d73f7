# One command each. Each first installs what it needs into .venv, once; a changed list is installed
# again.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
export Q ?= Quand la cellule sous-marine a-t-elle été créée ?
export FOLDER ?= seeds

.PHONY: ask index app test check bench bench-against same docs milvus-server clean

ask: index
	@$(BIN)/rag ask "$$Q"

index: $(VENV)/.ask
	@$(BIN)/rag build --quiet "$$FOLDER"

app: $(VENV)/.app index
	$(BIN)/python app.py

test: $(VENV)/.all
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/.all
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.all
	$(BIN)/python -m benchmarks

# Speed beside another commit, and every answer beside another commit's: REV=2244141.
bench-against: $(VENV)/.ask
	$(BIN)/python -m benchmarks.against $(REV)

same: $(VENV)/.ask
	$(BIN)/python -m benchmarks.same $(REV)

# The documentation as pages that open without a connection.
docs: $(VENV)/.docs
	@$(BIN)/python -m sphinx -q -W --keep-going -c docs -d build/doctrees . build/docs
	@echo "file://$(CURDIR)/build/docs/docs/index.html"

# What asking imports; then what the page imports too; then everything, with torch and the extras.
$(VENV)/.ask: requirements/ask.txt constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements/ask.txt
	$(PIP) --no-deps -e .
	@touch $@

$(VENV)/.app: requirements/app.txt $(VENV)/.ask
	$(PIP) --no-warn-conflicts -r requirements/app.txt
	@touch $@

$(VENV)/.all: $(VENV)/.ask
	$(PIP) -c constraints.txt -e ".[dev,docs,eval,llm,mcp,milvus]"
	@touch $@

$(VENV)/.docs: requirements/docs.txt constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements/docs.txt
	@touch $@

# A real Milvus server for the tests marked so: the package needs older tools than ours.
milvus-server: .milvus/.ready

.milvus/.ready:
	$(PYTHON) -m venv .milvus
	.milvus/bin/python -m pip install --quiet --disable-pip-version-check "milvus==2.3.5" "setuptools<81"
	@touch $@

clean:
	rm -rf $(VENV) .milvus build *.egg-info .pytest_cache .mypy_cache .ruff_cache
