#!/bin/sh
# Fails if reading, writing or validating one of the bodies of Benchmarks takes over 10 % more instructions than recorded in
# budgets.json. With --record the figures are recorded.
set -eu
cd "$(dirname "$0")"
swift build -c release --product Speed
python3 instructions.py "$(swift build -c release --show-bin-path)/Speed" "${1:---check}"
