# `make generate` and `make test` do all set-up themselves; they need Python 3.11 or later, git and make.
PYTHON ?= python3
BIN := .venv/bin
# The pinned pyright is meant: no registry is asked for a newer one.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
READY := .venv/.ready

.PHONY: generate test demo bench bench-faults bench-mock contract-live properties mutation lint types contracts drift tests format clean

generate: $(READY) ## regenerate every client from specs/
	$(BIN)/mediawright-gen generate

test: lint types contracts drift tests ## everything that must be green

demo: $(READY) ## a round trip against a local mock vendor: no key, no cost
	$(BIN)/python examples/round_trip.py

bench: $(READY) ## speed, weight and overhead, as ratios against named peers
	$(BIN)/python benchmarks/run.py

bench-faults: $(READY) ## what one create costs under each fault, beside three other clients; two minutes
	$(BIN)/python benchmarks/faults.py

bench-mock: $(READY) ## the mock vendor beside Prism; needs node and npm; three to five minutes
	$(BIN)/python benchmarks/mock.py

contract-live: $(READY) ## VENDOR=...: what is free at the real vendor; SPEND=1: one create each, too; ONLY=, IMAGE=, VIDEO=, AUDIO=
	@test -n "$(VENDOR)" || { echo "contract-live: say which vendor: make contract-live VENDOR=..." >&2; exit 2; }
	$(BIN)/mediawright-gen live $(VENDOR) $(if $(SPEND),--spend) $(foreach each,$(ONLY),--only $(each)) \
		$(if $(IMAGE),--image '$(IMAGE)') $(if $(VIDEO),--video '$(VIDEO)') $(if $(AUDIO),--audio '$(AUDIO)')

properties: $(READY) ## schemathesis against every mock, for MINUTES; then hypothesis, for about ten more
	$(BIN)/python tests/properties/documents.py --minutes $(or $(MINUTES),20)
	$(BIN)/pytest tests/properties/test_calls.py tests/properties/test_waits.py tests/properties/test_specs.py tests/properties/test_conformity.py --hypothesis-profile=long

mutation: $(READY) ## what the tests notice of changed specs, clients and runtime: a sample; ARGS=--all for everything
	$(BIN)/python tests/mutation/run.py $(ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy generator runtime templates generated examples tests/typing
	$(BIN)/pyright --project .

contracts: $(READY)
	$(BIN)/lint-imports

drift: $(READY)
	$(BIN)/mediawright-gen generate --check

# Three for two cores: tests of servers and of other processes leave a part of each idle.
tests: $(READY)
	$(BIN)/pytest -n 3

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mediawright needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(READY)
