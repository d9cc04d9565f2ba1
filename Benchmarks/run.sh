#!/bin/sh
# Prints the figures: ratios of two things run side by side, never absolute times.
set -eu
cd "$(dirname "$0")"
swift build -c release --product Decode 2>&1 | tail -n 1
"$(swift build -c release --show-bin-path)/Decode"
python3 compile.py
cd ..
swift build -c release --product callbackgen 2>&1 | tail -n 1
python3 Benchmarks/validate.py "$(swift build -c release --show-bin-path)/callbackgen" "${MEGABYTES:-1024}"
