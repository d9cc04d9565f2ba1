#!/bin/sh
# The command writes the models, the package builds with them, and --check reports outdated ones.
. "$(dirname "$0")/../package.sh"
copy
made=Sources/Receiver/Generated/Parcels/Parcels_service.swift
generate() { spm package --allow-writing-to-package-directory generate-callbacks "$@"; }
! generate --check || fail "--check found nothing stale"
test ! -e "$made" || fail "--check wrote something"
generate --target Receiver || fail "the command failed"
test -s "$made" || fail "the command made nothing"
generate --check || fail "--check found something stale"
spm build || fail "the models do not build"
echo "// Changed by hand." >>"$made"
! generate --check || fail "--check overlooked a change"
! generate --chekc || fail "an unknown flag was taken"
