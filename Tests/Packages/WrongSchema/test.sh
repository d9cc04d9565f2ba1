#!/bin/sh
# The build fails, and says where the schema is wrong, as a compiler would.
set -eu
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if swift build >"$log" 2>&1; then echo "a wrong schema built"; exit 1; fi
schema=$PWD/Sources/Receiver/Schemas/Parcels/service.yaml
grep -q "$schema:14:25: error: no type is called 'strin' \[unknown-name\]" "$log" || { cat "$log"; exit 1; }
