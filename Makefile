# One command each. Each first installs what it needs into .venv, once; a changed list is installed
# again.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
export Q ?= Quand la cellule sous-marine a-t-elle été créée ?
export FOLDER ?= seeds

# On Linux the registry's torch brings the libraries of a graphics card with it, several gigabytes.
# The CPU build is of the same version; where its index is not reached, the registry's is taken.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
# The longest files come first, so that none is left alone at the end.
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder
# What the wheelhouse holds: ask, or app for the page too.
LIST ?= ask

.PHONY: ask index app test test-fast costs coverage check bench bench-against same docs \
	package wheelhouse milvus-server clean

ask: index
	@$(BIN)/rag ask "$$Q"

index: $(VENV)/.ask
	@$(BIN)/rag build --quiet "$$FOLDER"

app: $(VENV)/.app index
	$(BIN)/python app.py

test: $(VENV)/.all
	$(PYTEST)

# Without the tests that are slow and the browser: under a minute on two cores.
test-fast: $(VENV)/.all
	$(PYTEST) -m "not slow and not browser and not model and not server"

# What each test takes, written to tests/costs.txt, by which they are ordered and called slow.
costs: $(VENV)/.all
	$(PYTEST) --costs tests/costs.txt

coverage: $(VENV)/.all
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto --dist loadfile --no-loadscope-reorder
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

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

# The wheel and the sdist, in dist/.
package: $(VENV)/.all
	rm -rf build/lib build/bdist.* dist
	$(BIN)/python -m build --no-isolation

# All wheels that asking needs (LIST=app: the page too), for a machine without a network that has
# the same Python and system. Installed there by the line that is printed.
wheelhouse: $(VENV)/.ask
	rm -rf wheelhouse
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check -w wheelhouse -r requirements/$(LIST).txt
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check -w wheelhouse --no-deps .
	@echo "python3 -m venv .venv && .venv/bin/pip install --no-index --no-deps wheelhouse/*.whl"

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
	$(PIP) -c constraints.txt --no-deps --retries 0 --extra-index-url $(TORCH_INDEX) torch
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
	rm -rf $(VENV) .milvus build dist wheelhouse .coverage* *.egg-info .pytest_cache .mypy_cache .ruff_cache
