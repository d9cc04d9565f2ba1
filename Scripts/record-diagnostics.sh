#!/bin/sh
# Records what the tool says about every broken schema of Tests/Diagnostics. Usage: record-diagnostics.sh TOOL
set -eu
cd "$(dirname "$0")/.."
for folder in Tests/Diagnostics/*/; do
  folder=${folder%/}
  "$1" lint "$folder/Sample" >"$folder/expected.txt" 2>&1 || true
done
