# The main targets are `make generate` and `make test`; both install missing dependencies first.

SWIFT ?= swift
# See Package.swift.
export CALLBACKGEN_OPTIMIZED_TESTS := 1
SERVICES := $(notdir $(patsubst %/,%,$(wildcard Schemas/*/)))
GOLDENS := $(patsubst %/service.yaml,%,$(wildcard Tests/Goldens/*/service.yaml))
# Goldens that are generated with their own configuration.
CONFIGURED := $(patsubst %/callbackgen.json,%,$(wildcard Tests/Goldens/*/callbackgen.json))
# The states of the rehearsed page: services with the same name, so each is linted separately.
REHEARSED := $(patsubst %/service.yaml,%,$(wildcard Examples/Rehearsal/*/*/service.yaml))
# All Swift sources except generated code and build products.
SOURCES := Package.swift Sources Tests Plugins Benchmarks Examples
# Tests that take more than two seconds of a processor, or wait for them.
SLOW := CompilingTests|RandomSchemaTests|RandomBodyTests|RenamedServices|ReservedWords|ShadowingTests/compiles|ProofTests|OracleTests|RehearsalTests
SLOW := $(SLOW)|MutationTests|DamageTests|RuleRemoval|NearMissTests|RenderedPageTests|FactSheetTests|EqualityTests|CrashTests
SLOW := $(SLOW)|LanguageCoverageTests|EditorSchemaTests/damaged|ValidateInputTests/(tooLong|cutOff|values)
SLOW := $(SLOW)|DocsCheckTests/noPage|FaultTests/(closedPipe|fullDisk)|InitTests/compiles|RecordValidationTests/divisions
SLOW := $(SLOW)|ShippedSchemaTests/rewritten|BlockTests/attack|KeyChangeTests/alone|InstructionCountTests|TerminalTests|ReplayTests
TOOL = $(shell $(SWIFT) build --show-bin-path)/callbackgen

.PHONY: help setup folders tool generate tests quick test test-examples lint goldens surface docs bench budgets fuzz clean

help:
	@echo "make generate   Swift models from Schemas/ into Generated/, and the documents made of the schemas"
	@echo "make quick      the tests that take two seconds at most; half a minute after a build"
	@echo "make tests      builds the tests; then swift test --skip-build --filter NAME runs some of them"
	@echo "make test       all tests; twenty minutes on two cores from a clean checkout"
	@echo "make test-examples   the rehearsal of a changed page, and the server of Examples/Receiver; two minutes"
	@echo "make lint       the Swift format, the schemas, and that Generated/ is current"
	@echo "make goldens    record the expected outputs of the tests; review the diff"
	@echo "make surface    record the public declarations of the runtime and of a generated module; review the diff"
	@echo "make docs       the documentation, into .build-docs; fails on warnings"
	@echo "make bench      run time and compile time, as ratios within one run"
	@echo "make budgets    fails if a body takes more instructions, or a module more bytes, than recorded; Benchmarks/budgets.sh --record records them"
	@echo "make fuzz       long runs of the tests with seeded mutations and random schemas"

# Generating needs libyaml, and the tests SQLite. The script checks for the headers, because pkg-config may be absent.
setup:
	@Scripts/setup.sh

folders:
	@Scripts/folders.sh

tool: setup folders
	$(SWIFT) build --product callbackgen

generate: tool
	$(TOOL) generate --output Generated $(addprefix Schemas/,$(SERVICES))
	$(TOOL) generate --config Benchmarks/Schemas/callbackgen.json
	Scripts/record-docs.sh $(TOOL)

# Builds the tests. `swift test` would also build the plugins, and for them the tool a second time; the packages of Tests/Packages
# use the plugins.
tests: generate
	$(SWIFT) build --product callbackgenPackageTests

# All tests except the slow ones.
quick: tests
	$(SWIFT) test --skip-build --skip '$(SLOW)'

test: tests
	$(SWIFT) test --skip-build
	Scripts/test-packages.sh
	Scripts/docs.sh

test-examples: tool
	@SWIFT="$(SWIFT)" Examples/Rehearsal/rehearse.sh
	@SWIFT="$(SWIFT)" Examples/Receiver/try.sh "$(TOOL)"

lint: tool
	$(SWIFT) format lint --strict --recursive $(wildcard $(SOURCES))
	Scripts/lint-generated.sh
	$(TOOL) lint $(addprefix Schemas/,$(SERVICES))
	$(foreach state,$(REHEARSED),$(TOOL) lint $(state) &&) true
	$(TOOL) generate --check --output Generated $(addprefix Schemas/,$(SERVICES))
	$(TOOL) generate --check --config Benchmarks/Schemas/callbackgen.json

# Builds only the tool, so that goldens that do not compile can be recorded.
goldens: tool
	$(TOOL) generate --output Tests/Goldens $(filter-out $(CONFIGURED),$(GOLDENS))
	$(TOOL) generate --output Tests/CallbackRuntimeTests/Fixture Tests/CallbackRuntimeTests/Fixture/Media
	$(foreach case,$(CONFIGURED),$(TOOL) generate --config $(case)/callbackgen.json &&) true
	$(TOOL) generate --config Tests/Vendors/callbackgen.json
	Scripts/record-diagnostics.sh $(TOOL)
	Scripts/record-snippets.py docs/schema-language.md

# The public declarations of the runtime and of a generated module, which a test holds.
surface: tests
	CALLBACKGEN_RECORD=1 $(SWIFT) test --skip-build --filter SurfaceTests

docs: generate
	Scripts/docs.sh

bench: generate
	Benchmarks/run.sh

# Counted by callgrind: the same on any load.
budgets:
	Benchmarks/budgets.sh

fuzz: generate
	CALLBACKGEN_MUTATIONS=100000 CALLBACKGEN_DIFFERENCES=$(CURDIR)/.build-fuzz/differences $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter 'MutationTests|DifferentialTests'
	Scripts/judge-differences.py .build-fuzz/differences
	CALLBACKGEN_SCHEMAS=3000 $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter 'RandomSchemaTests|RandomBodyTests'
	CALLBACKGEN_NEAR_MISSES=all $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter NearMissTests
	CALLBACKGEN_DAMAGE=all $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter DamageTests
	CALLBACKGEN_EDITS=all $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter RenderedPageTests
	CALLBACKGEN_PAIRS=20000 $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter 'OracleTests'
	# Leaks are not searched: the tables of field names are never freed, and would be reported.
	ASAN_OPTIONS=detect_leaks=0 CALLBACKGEN_MUTATIONS=100000 $(SWIFT) test -c release -Xswiftc -enable-testing --sanitize=address --scratch-path .build-asan --filter 'MutationTests|DifferentialTests'

clean:
	rm -rf .build .build-* Benchmarks/.build Examples/Rehearsal/Consumer/.build
