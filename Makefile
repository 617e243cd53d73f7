# One command each; all of them set up what they need in .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export Q ?= Quand la cellule sous-marine a-t-elle été créée ?

.PHONY: ask index app test check bench milvus-server clean

ask: index
	@$(BIN)/rag ask "$$Q"

index: $(VENV)/.ready
	@$(BIN)/rag build --quiet

app: index
	$(BIN)/python app.py

test: $(VENV)/.ready
	$(BIN)/python -m pytest

check: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.ready
	$(BIN)/python -m benchmarks

# A real Milvus server for the tests marked so: the package needs older tools than ours.
milvus-server: .milvus/.ready

.milvus/.ready:
	$(PYTHON) -m venv .milvus
	.milvus/bin/python -m pip install --quiet --disable-pip-version-check "milvus==2.3.5" "setuptools<81"
	@touch $@

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev,eval,llm,mcp,milvus]"
	@touch $@

clean:
	rm -rf $(VENV) .milvus build *.egg-info .pytest_cache .mypy_cache .ruff_cache
