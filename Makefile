# The front door: each target makes its own environment from the lock file and needs only python3 (3.11 or
# newer), make and git. `make help` lists the targets.
.DEFAULT_GOAL := help
.PHONY: help demo serve spark test check wheel bench bench-rollup bench-desk pictures fuzz kills lock docs clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
SPARK := $(VENV)/spark-ready
BENCH := .venv-bench
COMPILED := build/compiled/ready
CAN_COMPILE := $(if $(shell command -v gcc),$(COMPILED))
TESTS ?=

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tongket needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src # also where the environment asks for no bytecode: half the time to start
	@touch $@

demo: $(READY) ## the main job on the samples: reports in, a review out; says where it lies
	@mkdir -p demo
	$(BIN)/tongket review samples/reports --profile samples/profile.toml --org hoai-giang --period 2024 --ledger demo/ledger.sqlite3 -o demo/review.docx --html demo/review.html || test $$? -eq 1 # 1: some samples are broken on purpose
	@echo "The review lies in demo/review.docx and, with its sources behind a click, in demo/review.html"

$(SPARK): $(READY) requirements-spark.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-spark.lock
	@touch $@

serve: $(READY) ## the desk in the browser with the samples, on port 8000; PORT=8080
	@mkdir -p demo
	$(BIN)/tongket serve --ledger demo/desk.ledger --port $(or $(PORT),8000)

spark: $(SPARK) ## add Spark to the environment (430 MB, for its tests and for clusters; it also needs Java 17)

test: $(READY) ## all tests; those of Spark want `make spark` before
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(TESTS)

check: $(READY) ## seconds: lint, types, contracts, fast tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/house tests/terms

$(COMPILED): $(READY) pyproject.toml $(shell find src/tongket/terms src/tongket/document src/tongket/reading -name '*.py')
	rm -rf dist build/compiled
	$(BIN)/python -m hatchling build -t sdist -d dist > /dev/null
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist dist/tongket-*.tar.gz
	@$(PYTHON) -m zipfile --extract dist/tongket-*.whl build/compiled
	@touch $@

wheel: $(COMPILED) ## the package with its reader compiled, a fifth faster, in dist/; three minutes, needs gcc

bench: $(READY) $(BENCH)/ready $(CAN_COMPILE) ## pages a second beside underthesea, two processes beside one, memory, start
	$(BIN)/python benchmarks/run.py --peer $(BENCH)/bin/python $(if $(CAN_COMPILE),--compiled build/compiled)

bench-rollup: $(READY) ## answers over generated facts beside a bare GROUP BY and PostgreSQL; FACTS=1e8
	$(BIN)/python benchmarks/rollup/run.py --facts $(or $(FACTS),1e7)

bench-desk: $(READY) ## 100 people at the desk beside one, on PostgreSQL with two million observations
	cd benchmarks/desk && ../../$(BIN)/python run.py --people $(or $(PEOPLE),100) --seconds $(or $(SECONDS),300)

pictures: $(READY) ## take the pictures of the desk in README again, from the running product
	$(BIN)/python tools/desk_pictures.py docs/pictures

$(BENCH)/ready: benchmarks/requirements.lock
	@test -x $(BENCH)/bin/python || $(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement benchmarks/requirements.lock
	@touch $@

fuzz: $(READY) ## damaged files of every format and many texts against the reader; FILES=2000 TRIES=100000
	PYTHONPATH=tests $(BIN)/python -m document.fuzz --files $(or $(FILES),2000)
	TONGKET_TRIES=$(or $(TRIES),100000) $(BIN)/python -m pytest -q --hypothesis-show-statistics tests/reading/test_fuzz.py

kills: $(READY) ## kill taking in and correcting at random moments, on SQLite and PostgreSQL; KILLS=200
	TONGKET_KILLS=$(or $(KILLS),200) $(BIN)/python -m pytest -q -s tests/kills

lock: $(READY) ## pin the newest versions that pyproject.toml allows
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra all --group dev --generate-hashes --no-emit-index-url --no-header --no-annotate --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra all --extra spark --group dev --constraint requirements.lock --generate-hashes --no-emit-index-url --no-header --no-annotate --output-file requirements-spark.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --output-file benchmarks/requirements.lock benchmarks/requirements.in

docs: $(READY) ## write docs/cli.md, docs/api.md and the catalogues again from the code
	$(BIN)/pybabel -q compile -d src/tongket/cli/locale -D tongket
	for each in src/tongket/web/desk/locale src/tongket/web/desk/*/locale; do $(BIN)/pybabel -q compile -d $$each -D django; done
	$(BIN)/python tests/docs/cli_reference.py > docs/cli.md
	$(BIN)/python tests/docs/api_reference.py > docs/api.md

clean: ## remove what the other targets made
	rm -rf $(VENV) $(BENCH) build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
