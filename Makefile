# `make` lists the targets. Each one installs what it needs itself, and may be run again at any time.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:

# The system's own Python goes with the headers of python3-dev.
PYTHON ?= $(firstword $(wildcard /usr/bin/python3) $(shell command -v python3))
JOBS ?= $(shell nproc)
VENV := .venv
VENV_PYTHON := $(VENV)/bin/python
BENCH_VENV := .venv-bench
BENCH_PYTHON := $(BENCH_VENV)/bin/python
DOCS_VENV := .venv-docs
DOCS_PYTHON := $(DOCS_VENV)/bin/python
# Rows of `make bench-columns`; ten times as many are streamed.
ROWS ?= 10000000

# RapidCheck's random numbers: the same in every CI run, new in every other; printed, so that a failure can be repeated.
RC_PARAMS ?= seed=$(if $(CI),20250313,$(shell date +%s))
export RC_PARAMS
unexport PYTHONPATH PYTHONHOME
export LC_ALL := C.UTF-8

# How long `make fuzz` looks for trouble, all its targets together, from which seed (0: a new one every time), and how
# many rows `make soak` asks.
FUZZ_SECONDS ?= 60
FUZZ_SEED ?= $(if $(CI),20250313,0)
SOAK_ROWS ?= 20000000

# One name of the compiler for CMake and pip: ccache takes two names for two compilers.
ifeq ($(origin CXX),default)
  CXX := c++
endif
export CXX

# Relative paths for ccache, so that a build from an unpacked source distribution (tests/meta/test_wheel.py) finds our
# objects.
CCACHE_BASEDIR ?= $(or $(shell ccache --get-config base_dir 2>/dev/null),/)
export CCACHE_BASEDIR

PACKAGES := g++ cmake ninja-build pkg-config ccache git \
  libboost-dev libboost-test-dev nlohmann-json3-dev libhowardhinnant-date-dev librapidcheck-dev libbenchmark-dev \
  libutf8proc-dev libssl-dev python3-venv python3-dev clang-14 libclang-rt-14-dev \
  clang-format-14 fonts-wqy-microhei
DOCS_PACKAGES := doxygen

CXX_FILES = $(shell find include src bindings tests examples -name '*.hpp' -o -name '*.cpp' -o -name '*.h' -o -name '*.c')
PACKAGE_FILES = $(shell find CMakeLists.txt pyproject.toml README.md LICENSE include src bindings python -type f \
  -not -path '*/__pycache__/*')
MYPY_FOLDERS = .ci docs python/tepei $(patsubst %/,%,$(sort $(dir $(wildcard tests/*/*.py))))
PYTHON_BENCHMARKS = $(wildcard tests/benchmarks/*_bench.py)

# $(call stage,what,command): runs the command under a heading; a failure says which stage it was.
define stage
@printf '\n== %s\n' '$(1)'
@{ $(2); } || { printf '\nmake $@: failed: %s\n' '$(1)' >&2; exit 1; }
endef

# The Python package is compiled as the release preset compiles the library, so that ccache serves both.
PIP_INSTALL = $(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check
BENCH_PIP_INSTALL = $(BENCH_PYTHON) -m pip install --quiet --disable-pip-version-check
DOCS_PIP_INSTALL = $(DOCS_PYTHON) -m pip install --quiet --disable-pip-version-check
PACKAGE_OPTIONS := --no-build-isolation --no-deps --config-settings=build-dir=build/python \
  --config-settings=cmake.define.TEPEI_WARNINGS_AS_ERRORS=ON

TIDY_OPTIONS = -DTEPEI_BUILD_PYTHON=ON -DPython_EXECUTABLE=$(CURDIR)/$(VENV_PYTHON) \
  -Dpybind11_DIR=$(shell $(VENV_PYTHON) -m pybind11 --cmakedir)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: setup
setup: $(VENV)/.requirements ## install the system packages (as root or by sudo, where any is missing) and .venv

.PHONY: packages
packages:
	@.ci/install-packages $(PACKAGES)

$(VENV)/.requirements: tests/requirements.txt | packages
	@$(VENV_PYTHON) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(call stage,Python requirements into $(VENV),$(PIP_INSTALL) --requirement $<)
	@touch $@

$(VENV)/.package: $(VENV)/.requirements $(PACKAGE_FILES)
	$(call stage,Python package into $(VENV),$(PIP_INSTALL) --force-reinstall $(PACKAGE_OPTIONS) .)
	@touch $@

.PHONY: demo
demo: $(VENV)/.package ## check the sample roster against inner-mongolia-2025
	@mkdir -p build
	$(VENV)/bin/tepei check examples/rosters/candidates.csv --policy inner-mongolia-2025 --track outside \
	  --as-of 2025-03-21 --out build/demo-verdicts.csv
	@printf '\nThe verdicts with their reasons are in %s\n' '$(CURDIR)/build/demo-verdicts.csv'

.PHONY: release
release: | packages ## build the static and the shared library, and every public header alone
	$(call stage,release build,cmake --preset release >/dev/null && cmake --build --preset release --parallel $(JOBS) \
	  --target tepei_static tepei_shared tepei_header_checks)

.PHONY: test-cpp
test-cpp: | packages ## the C++ tests under the address and undefined-behaviour sanitizers
	$(call stage,C++ build with sanitizers,cmake --preset asan >/dev/null && cmake --build --preset asan --parallel $(JOBS))
	$(call stage,C++ tests with RC_PARAMS=$(RC_PARAMS),ctest --preset asan)

.PHONY: test-meta
test-meta: release $(VENV)/.package ## the checks of layers, symbols, consumers, wheel and stubs
	$(call stage,tests of the package itself,$(VENV_PYTHON) -m pytest tests/meta </dev/null)

.PHONY: test-python
test-python: $(VENV)/.package ## the Python tests
	$(call stage,Python tests,$(VENV_PYTHON) -m pytest tests/python </dev/null)

.PHONY: test
test: release test-cpp test-meta test-python ## every test
	@printf '\n== all tests passed\n'
	@awk '/^Running [0-9]+ test case/ { programs += 1; cases += $$2 } END { printf "C++: %d test cases in %d programs\n", cases, programs }' \
	  build/asan/Testing/Temporary/LastTest.log

# The two that need a tree of their own.
test: fuzz
test: test-threads

# $(call fuzz,name): one target, from its seeds and what it has found before. libFuzzer takes 0 seconds for no end.
fuzz = mkdir -p build/fuzz/corpus/$(1) && build/asan/tests/fuzz/$(1)_fuzz build/fuzz/corpus/$(1) tests/fuzz/seeds/$(1) \
  -seed=$(FUZZ_SEED) -max_total_time=$(FUZZ_SECONDS) -len_control=0 -verbosity=0 -print_final_stats=1 -artifact_prefix=build/fuzz/

.PHONY: fuzz
fuzz: | packages ## run the fuzz targets of Arrow import and of packs for FUZZ_SECONDS (60), side by side
	$(call stage,fuzzer build,cmake --preset asan >/dev/null && cmake --build --preset asan --parallel $(JOBS) \
	  --target arrow_import_fuzz pack_load_fuzz)
	$(call stage,fuzzing Arrow import and packs side by side for $(FUZZ_SECONDS) seconds,$(call fuzz,arrow_import) \
	  -max_len=2048 & arrow_import=$$!; packs=0; $(call fuzz,pack_load) -max_len=16384 \
	  -dict=tests/fuzz/pack_load.dict || packs=$$?; wait $$arrow_import && test $$packs = 0)

.PHONY: test-threads
test-threads: | packages ## the threaded tests under the thread sanitizer
	$(call stage,C++ build with the thread sanitizer,cmake --preset tsan >/dev/null && \
	  cmake --build --preset tsan --parallel $(JOBS) --target batch_test)
	$(call stage,threaded tests,TSAN_OPTIONS=halt_on_error=1 build/tsan/tests/unit/batch_test --run_test=threads)

.PHONY: soak
soak: | packages ## SOAK_ROWS (20 million) random rows: columns against the scalar machine and the references
	$(call stage,release build,cmake --preset release >/dev/null && cmake --build --preset release --parallel $(JOBS) \
	  --target batch_test)
	$(call stage,$(SOAK_ROWS) rows,TEPEI_SOAK_ROWS=$(SOAK_ROWS) TEPEI_SOAK_SEED=$${TEPEI_SOAK_SEED:-$$(date +%s)} \
	  build/release/tests/unit/batch_test --run_test=differential/columns_scalar_and_reference_agree --log_level=message)

.PHONY: lint
lint: $(VENV)/.requirements ## format, clang-tidy, ruff, mypy and the layers
	$(call stage,layers,$(VENV_PYTHON) tests/meta/check_layers.py)
	$(call stage,clang-format,clang-format-14 --dry-run -Werror $(CXX_FILES))
	$(call stage,ruff,$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check .)
	$(call stage,mypy,$(VENV)/bin/mypy $(MYPY_FOLDERS))
	$(call stage,clang-tidy,cmake --preset tidy $(TIDY_OPTIONS) >/dev/null && \
	  cmake --build --preset tidy --target tepei_generated >/dev/null && \
	  $(VENV_PYTHON) .ci/clang_tidy.py build/tidy $(JOBS))

.PHONY: format
format: $(VENV)/.requirements ## format every C++ and Python file
	clang-format-14 -i $(CXX_FILES)
	$(VENV)/bin/ruff check --fix --quiet . || true
	$(VENV)/bin/ruff format .

.PHONY: bench
bench: $(if $(PYTHON_BENCHMARKS),$(VENV)/.package) | packages ## run the benchmarks; build/benchmarks.json keeps the C++ figures
	$(call stage,benchmark build,cmake --preset release >/dev/null && cmake --build --preset release --parallel $(JOBS) \
	  --target tepei_bench)
	$(call stage,C++ benchmarks,program=build/release/tests/benchmarks/tepei_bench; test ! -x $$program || \
	  $$program --benchmark_out=build/benchmarks.json --benchmark_out_format=json)
	$(if $(PYTHON_BENCHMARKS),$(call stage,Python benchmarks,$(VENV_PYTHON) -m pytest --benchmark-only $(PYTHON_BENCHMARKS)))

$(BENCH_VENV)/.requirements: tests/benchmarks/columns/requirements.txt | packages
	@$(BENCH_PYTHON) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(BENCH_VENV)
	$(call stage,the peers into $(BENCH_VENV),$(BENCH_PIP_INSTALL) --requirement $<)
	@touch $@

$(BENCH_VENV)/.package: $(BENCH_VENV)/.requirements $(PACKAGE_FILES)
	$(call stage,Python package into $(BENCH_VENV),$(BENCH_PIP_INSTALL) --force-reinstall \
	  $(subst build/python,build/python-bench,$(PACKAGE_OPTIONS)) .)
	@touch $@

.PHONY: bench-columns
bench-columns: $(BENCH_VENV)/.package | packages ## measure columns beside the peers (ROWS=10000000) and write docs/performance.md
	$(call stage,benchmark build,cmake --preset release >/dev/null && cmake --build --preset release --parallel $(JOBS) \
	  --target tepei_bench tepei_column_comparators)
	$(call stage,columns,PYTHONPATH=tests/benchmarks $(BENCH_PYTHON) -m columns.run --rows $(ROWS))

$(DOCS_VENV)/.requirements: docs/requirements.txt | packages
	@.ci/install-packages $(DOCS_PACKAGES)
	@$(DOCS_PYTHON) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(DOCS_VENV)
	$(call stage,what the site needs into $(DOCS_VENV),$(DOCS_PIP_INSTALL) --requirement $<)
	@touch $@

# The wheel of what .venv has, from the same build: nothing is compiled twice.
$(DOCS_VENV)/.package: $(DOCS_VENV)/.requirements $(VENV)/.package
	$(call stage,Python package into $(DOCS_VENV),rm -rf build/docs-wheel && \
	  $(VENV_PYTHON) -m pip wheel --quiet --disable-pip-version-check $(PACKAGE_OPTIONS) --wheel-dir build/docs-wheel . && \
	  $(DOCS_PIP_INSTALL) --force-reinstall --no-deps build/docs-wheel/*.whl)
	@touch $@

.PHONY: docs
docs: $(DOCS_VENV)/.package ## build the site into build/docs; a warning is an error
	$(call stage,C++ reference,mkdir -p build && rm -rf build/doxygen && doxygen docs/Doxyfile)
	$(call stage,site,$(DOCS_PYTHON) -m sphinx --builder html --fresh-env --fail-on-warning --quiet \
	  --doctree-dir build/docs-trees docs build/docs)
	@printf '\nThe site is in %s\n' '$(CURDIR)/build/docs/index.html'

.PHONY: clean
clean: ## remove everything that was built or installed here
	rm -rf build dist $(VENV) $(BENCH_VENV) $(DOCS_VENV) .pytest_cache .hypothesis .mypy_cache .ruff_cache .benchmarks
	find python tests -name __pycache__ -prune -exec rm -rf {} +
