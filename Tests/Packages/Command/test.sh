#!/bin/sh
# The command writes the models, the package builds with them, and --check reports outdated ones.
. "$(dirname "$0")/../package.sh"
copy
made=Sources/Receiver/Generated/Parcels/Parcels_service.swift
generate() { spm package --allow-writing-to-package-directory generate-callbacks "$@"; }
! generate --check || fail "--check found nothing stale"
test ! -e "$made" || fail "--check wrote something"
generate || fail "the command failed"
test -s "$made" || fail "the command made nothing"
generate --check || fail "--check found something stale"
spm build || fail "the models do not build"
! grep -F "unhandled" "$log" || fail "SwiftPM warns of files of the package"
echo "// Changed by hand." >>"$made"
! generate --check || fail "--check overlooked a change"
! generate --chekc || fail "an unknown flag was taken"

# A configuration in the folder of a target, which leaves a service out.
rm -r Sources/Receiver/Generated
mv Schemas Sources/Receiver
cp -R Sources/Receiver/Schemas/Parcels Sources/Receiver/Schemas/Letters
echo '{ "services": ["Schemas/Parcels"] }' >Sources/Receiver/callbackgen.json
generate --target Receiver || fail "the command failed for a target"
test -s "$made" || fail "the command made nothing for a target"
said "callbackgen.json: warning: 'services' leaves out 'Schemas/Letters': add it, or remove 'services' for every folder of Schemas"
