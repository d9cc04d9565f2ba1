#!/bin/sh
# The tests of the package, and checks of the generated source text.
. "$(dirname "$0")/../package.sh"
spm test --package-path "$package" || fail "the tests fail"
made=$scratch/plugins/outputs/options

# holds TARGET FILE LINE: a file that the build generated contains a line.
holds() {
  grep -qxF -- "$3" "$made/$1/destination/GenerateCallbacks/$2" || fail "$2 of $1 has no line: $3"
}

holds Internal Parcels/Parcels_service.swift "enum Parcels {"
holds Package Parcels/Parcels_service.swift "package enum Parcels {"
holds Several Parcels/Parcels_service.swift "public enum Parcels {"
holds Chosen Parcels/Parcels_service.swift "// Chosen for the tests."
holds Chosen Parcels/Parcels_events.swift "// SPDX-License-Identifier: MIT"
grep -q "import Foundation" "$made/Chosen/destination/GenerateCallbacks/Parcels/Parcels_service.swift" || fail "no further import"
