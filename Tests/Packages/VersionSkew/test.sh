#!/bin/sh
# Committed generated Swift with a runtime of another major version is one error, which states the correction.
. "$(dirname "$0")/../package.sh"
copy
cp "$checkout"/Generated/TencentTRTCRecording/*.swift Sources/Receiver
spm build || fail "generated Swift does not build with the runtime of its version"

service=Sources/Receiver/TencentTRTCRecording_service.swift
sed -i.bak 's/_CallbackRuntimeVersion\.V1/_CallbackRuntimeVersion.V2/' "$service"
rm "$service.bak"
! spm build || fail "generated Swift of another major version builds"
errors=$(grep -cE '(^|: )error: ' "$log")
[ "$errors" -eq 1 ] || fail "$errors errors, not one"
said "$PWD/$service:7:78: error: 'V2' is unavailable: this code was generated for CallbackRuntime 2, and the package depends on CallbackRuntime 1: generate it again"
