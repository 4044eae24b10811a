# Two commands matter: `make demo` to look around, `make test` to prove that everything works.
# Each does all of its own set-up. The work is in tools/, in plain Python.

PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
PORT ?= 8000
ARGS ?=

ifeq ($(strip $(PYTHON)),)
$(error Alongside needs Python 3.11 or newer: apt install python3 python3-venv)
endif

.NOTPARALLEL:
.PHONY: help demo test check unit house unit-postgres sabotage journeys wheel looks pictures audit trust format lock install clean
.DEFAULT_GOAL := help

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: ## look around in Netherby, on this machine (PORT=8001 for another port)
	@$(PYTHON) -m tools.demo --port $(PORT)

test: ## every kind of test; passes only if every kind ran
	@$(PYTHON) -m tools.prove

check: ## style, types, order of rooms, templates, migrations; fast
	@$(PYTHON) -m tools.prove check

unit: ## the rooms' own tests on SQLite (ARGS="-k word" for some)
	@$(PYTHON) -m tools.prove unit -- $(ARGS)

house: ## what must be true of the whole house, on SQLite
	@$(PYTHON) -m tools.prove house -- $(ARGS)

unit-postgres: ## both again on PostgreSQL
	@$(PYTHON) -m tools.prove unit_postgres -- $(ARGS)

sabotage: ## a few small mistakes, each of which must turn the tests red
	@$(PYTHON) -m tools.prove sabotage

journeys: ## what people do, in a real browser
	@$(PYTHON) -m tools.prove journeys -- $(ARGS)

wheel: ## build the package, install it on its own and see it work
	@$(PYTHON) -m tools.prove wheel

looks: ## pictures of every page at three widths, light and dark: var/looks/index.html
	@$(PYTHON) -m tools.looks $(ARGS)

pictures: ## make the pictures of the guide anew: docs/guide/*.png
	@$(PYTHON) -m tools.pictures

trust: ## the long versions of it all; the table lands in docs/assurance (ARGS=doors for one)
	@$(PYTHON) -m tools.trust $(ARGS)

audit: ## ask the advisory services about what we stand on; fails when it cannot ask
	@$(PYTHON) -m tools.audit

format: ## lay the code out as the check wants it
	@$(PYTHON) -m tools.install --dev
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

lock: ## write the lock files anew (ARGS=--upgrade to move to newer versions)
	@$(PYTHON) -m tools.lock $(ARGS)

install: ## only set up what the other commands need
	@$(PYTHON) -m tools.install --dev

clean: ## remove everything that was made here, the demo's data too
	@rm -rf .venv node_modules var build dist src/alongside/look/static/look .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
