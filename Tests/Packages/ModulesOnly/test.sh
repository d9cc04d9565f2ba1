#!/bin/sh
# What SwiftPM fetches and compiles for a package that uses only generated modules: as README.md states under Requirements.
. "$(dirname "$0")/../package.sh"
copy
# An empty scratch folder, so that everything is fetched and compiled.
scratch=$work/scratch

spm build || fail "it does not build"
modules=$(grep -oE 'Compiling [A-Za-z]+ ' "$log" | grep -v plugin | sort -u | tr -d '\n')
[ "$modules" = "Compiling CallbackRuntime Compiling Receiver Compiling TencentTRTCRecording " ] || fail "compiled: $modules"
[ "$("$scratch/debug/Receiver")" = 302 ] || fail "it prints another output"
for package in swift-argument-parser swift-crypto swift-http-types GRDB.swift; do
  test ! -e "$scratch/checkouts/$package" || fail "$package was fetched"
done

spm package show-dependencies || fail "the dependencies cannot be shown"
! grep -qE 'argument-parser|crypto|http-types|GRDB' "$log" || fail "a dependency of the tool or the receiver was resolved"
# With the default traits it is resolved: the trait makes the difference.
sed -i.bak 's/, traits: \[\]//' Package.swift
spm package show-dependencies || fail "the dependencies cannot be shown"
grep -q argument-parser "$log" || fail "the default traits do not fetch it: correct README.md"
