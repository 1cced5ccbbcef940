# The doors of the project. Each installs what is missing, says what it does, and is quick the
# second time. What they do is written in scripts/.

.PHONY: help run test bench soak check format

help: ## what can be made here
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+): *## */  make \1\t/'

run: ## build and start the demo on http://127.0.0.1:8080 (PORT=… for another port)
	@scripts/run

test: ## build (debug) and run every test: Swift, both database engines, browser
	@scripts/test

bench: ## the figures of part search, side by side with what else this machine has
	@scripts/bench

soak: ## what takes long: a million fuzz cases a parser, kills, the whole browser matrix
	@scripts/soak

check: ## format, house laws, scripts: what takes seconds
	@scripts/check

format: ## write every Swift file as swift-format wants it
	@scripts/check --format
