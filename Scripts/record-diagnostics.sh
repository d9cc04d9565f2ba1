#!/bin/sh
# Records the messages about every wrong input of Tests/Diagnostics. Usage: record-diagnostics.sh TOOL
set -eu
cd "$(dirname "$0")/.."
for folder in Tests/Diagnostics/*/; do
  folder=${folder%/}
  set -- "$1" lint "$folder/Sample"
  if [ -e "$folder/approvals.yaml" ]; then
    set -- "$1" diff "$folder/Sample" "$folder/Sample" --approvals "$folder/approvals.yaml"
  elif [ -e "$folder/page.md" ]; then
    set -- "$1" docs inventory "$folder/page.md" --service "$folder/Sample"
  fi
  "$@" 2>"$folder/expected.txt" >/dev/null || true
done
