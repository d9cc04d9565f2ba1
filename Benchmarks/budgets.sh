#!/bin/sh
# Fails if one of the bodies of Benchmarks takes over 10 % more instructions or allocations, or a generated module more bytes, than
# recorded in budgets.json. With --record the figures are recorded.
set -eu
cd "$(dirname "$0")"
swift build -c release --product Speed
python3 instructions.py "$(swift build -c release --show-bin-path)/Speed" "${1:---check}"
