# run: the window on the sample case.  test: the whole suite.  Both set themselves up.
.PHONY: run test test-full lint bench screenshots bench-align bench-index clean setup packs
.DEFAULT_GOAL := run

PYTHON := .venv/bin/python

run: packs
	@sh packaging/run.sh

test: packs
	@sh packaging/test.sh

test-full: packs
	@sh packaging/test.sh --full

lint: setup
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: packs
	$(PYTHON) -m pytest --bench -s tests/bench --ignore tests/bench/scale

bench-align: packs
	$(PYTHON) -m pytest --bench -s tests/bench/scale/test_align.py

bench-index: packs
	$(PYTHON) -m pytest --bench -s tests/bench/scale/test_index.py

screenshots: packs
	$(PYTHON) packaging/screenshots.py out/screenshots

packs: setup
	@$(PYTHON) -m theodolite.cli packs fetch --starter

setup:
	@sh packaging/bootstrap.sh
	@sh packaging/setup.sh

clean:
	rm -rf .venv build out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf core/theodolite.egg-info theodolite.egg-info
	find core desktop tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
