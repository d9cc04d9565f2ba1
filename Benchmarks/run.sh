#!/bin/sh
# Prints the figures: ratios of two things run side by side, never absolute times. A row that misses its limit ends the script
# with exit code 1, after the other rows.
set -u
cd "$(dirname "$0")"
failed=0
swift build -c release --product Speed 2>&1 | tail -n 1
speed="$(swift build -c release --show-bin-path)/Speed"
"$speed" || failed=1
swift run -c release Verification || failed=1
python3 instructions.py "$speed" || failed=1
python3 compile.py || failed=1
cd ..
# As README installs it. Its folder is its own: the other products are compiled without the flag.
tool_flags="-c release --static-swift-stdlib --scratch-path .build/static"
swift build $tool_flags --product callbackgen 2>&1 | tail -n 1
tool="$(swift build $tool_flags --show-bin-path)/callbackgen"
python3 Benchmarks/validate.py "$tool" "${MEGABYTES:-1024}" || failed=1
python3 Benchmarks/growth.py "$tool" || failed=1
exit $failed
