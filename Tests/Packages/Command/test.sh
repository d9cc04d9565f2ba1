#!/bin/sh
# The command writes the models, the package builds with them, and --check tells when they are stale.
set -eu
made=Sources/Receiver/Generated/Parcels/Parcels_service.swift
command="swift package --allow-writing-to-package-directory generate-callbacks"
trap 'rm -rf Sources/Receiver/Generated' EXIT
rm -rf Sources/Receiver/Generated
if $command --check >/dev/null 2>&1; then echo "--check found nothing stale"; exit 1; fi
test ! -e "$made" || { echo "--check wrote something"; exit 1; }
$command --target Receiver
test -s "$made"
$command --check
swift build
echo "// Changed by hand." >>"$made"
if $command --check >/dev/null 2>&1; then echo "--check overlooked a change"; exit 1; fi
if $command --chekc >/dev/null 2>&1; then echo "an unknown flag was taken"; exit 1; fi
