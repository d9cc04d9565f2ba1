#!/bin/sh
# What SwiftPM fetches and compiles for a package that uses generated modules alone: as README.md says under Requirements.
. "$(dirname "$0")/../package.sh"
copy
# A scratch folder of its own, with nothing in it yet.
scratch=$work/scratch

spm build || fail "it does not build"
modules=$(grep -oE 'Compiling [A-Za-z]+ ' "$log" | grep -v plugin | sort -u | tr -d '\n')
[ "$modules" = "Compiling CallbackRuntime Compiling Receiver Compiling TencentTRTCRecording " ] || fail "compiled: $modules"
[ "$("$scratch/debug/Receiver")" = 302 ] || fail "it prints something else"
test ! -e "$scratch/checkouts/swift-argument-parser" || fail "swift-argument-parser was fetched"

spm package show-dependencies || fail "the dependencies cannot be shown"
! grep -q argument-parser "$log" || fail "swift-argument-parser was resolved"
# With the default traits it is: what keeps it away is the trait.
sed -i.bak 's/, traits: \[\]//' Package.swift
spm package show-dependencies || fail "the dependencies cannot be shown"
grep -q argument-parser "$log" || fail "README.md can be mended: the default traits do not fetch it"
