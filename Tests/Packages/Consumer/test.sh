#!/bin/sh
# The package builds without warnings and its tests pass. Removing cases from its switches shows the effect of new cases.
. "$(dirname "$0")/../package.sh"
for feature in $(swiftc -print-supported-features | grep '"enabled_in": "7"' | sed 's/.*"name": "\([A-Za-z]*\)".*/\1/'); do
  grep -q "enableUpcomingFeature(\"$feature\")" "$package/Package.swift" || fail "$feature is not switched on"
done
spm test --package-path "$package" || fail "the tests fail"

# Without warnings as errors, to distinguish the two.
copy
sed -i.bak '/treatAllWarnings/d' Package.swift
agora=Sources/Receiver/AgoraReceiver.swift
cp "$agora" "$work/whole"

# The code lacks an event and a code of the models, as after an update of the models.
grep -vE 'case \.(uploaded|storageMisconfigured):' "$work/whole" >"$agora"
spm build || fail "a new case is an error in spite of '@unknown default'"
for case in uploaded storageMisconfigured; do
  grep -E "warning: switch must be exhaustive" "$log" >/dev/null || fail "a new case is no warning"
  grep -qF "$case" "$log" || fail "the new case $case is not named"
done

grep -v '@unknown default' "$work/whole" >"$agora"
! spm build || fail "nothing asks for '@unknown default'"
said "error: switch covers known cases, but 'Agora.Event' may have additional unknown values"
said "error: switch covers known cases, but 'Agora.UploadError' may have additional unknown values"
