# The two commands are `make generate` and `make test`; both install what is missing first.

SWIFT ?= swift
SERVICES := $(notdir $(patsubst %/,%,$(wildcard Schemas/*/)))
GOLDENS := $(patsubst %/service.yaml,%,$(wildcard Tests/Goldens/*/service.yaml))
# Everything in Swift but what is generated or built.
SOURCES := Package.swift Sources Tests Plugins Benchmarks
TOOL = $(shell $(SWIFT) build --show-bin-path)/callbackgen

.PHONY: help setup folders tool generate test lint goldens check bench fuzz clean

help:
	@echo "make generate   Swift models from Schemas/ into Generated/"
	@echo "make test       every test; about ten minutes on two cores from scratch"
	@echo "make lint       swift format, the schemas, and that Generated/ is not stale"
	@echo "make goldens    record the expected outputs of the tests anew: read the diff"
	@echo "make bench      speed and compile time, as ratios in one run"
	@echo "make fuzz       long runs of the seeded mutations"

# libyaml is needed where code is generated. Test for the header itself: pkg-config may be absent.
setup:
	@Scripts/setup.sh

folders:
	@Scripts/folders.sh

tool: setup folders
	$(SWIFT) build --product callbackgen

generate: tool
	$(TOOL) generate --output Generated $(addprefix Schemas/,$(SERVICES))

test: generate
	$(SWIFT) test
	Scripts/test-packages.sh

lint: tool
	$(SWIFT) format lint --strict --recursive $(wildcard $(SOURCES))
	Scripts/lint-generated.sh
	$(TOOL) lint $(addprefix Schemas/,$(SERVICES))
	$(TOOL) generate --check --output Generated $(addprefix Schemas/,$(SERVICES))

# Uses the tool alone, so a golden that no longer compiles cannot stop its own mending.
goldens: tool
	$(TOOL) generate --output Tests/Goldens $(GOLDENS)
	Scripts/record-diagnostics.sh $(TOOL)
	Scripts/record-docs.sh $(TOOL)

bench: generate
	Benchmarks/run.sh

fuzz: generate
	CALLBACKGEN_MUTATIONS=100000 $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter 'MutationTests|DifferentialTests'
	CALLBACKGEN_MUTATIONS=10000 $(SWIFT) test --sanitize=address --scratch-path .build-asan --filter 'MutationTests|DifferentialTests'

clean:
	rm -rf .build .build-* Benchmarks/.build Tests/Packages/*/.build
