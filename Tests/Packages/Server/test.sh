#!/bin/sh
# The server that README.md shows is built and run; it answers callbacks over HTTP as README.md says.
. "$(dirname "$0")/../package.sh"

paste_section "A webhook handler" "$work/Server"
cd "$work/Server"
for file in Package.swift Sources/Server/Server.swift; do
  test -s "$file" || fail "README.md has no $file"
done
sed -i.bak "s|path: \"../callbackgen\"|name: \"callbackgen\", path: \"$checkout\"|" Package.swift
spm build || fail "the server does not build"
! grep -F "Server.swift" "$log" | grep -F "warning:" || fail "the server builds with warnings"

AGORA_SECRET=sample-secret "$scratch/debug/Server" >"$log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
await_server http://127.0.0.1:8080/

# answer BODY STATUS LOGGED [SECRET]: fails unless the server answers the body, signed with the secret, with the status and logs the
# text.
answer() {
  signature=$(printf %s "$1" | openssl dgst -sha256 -hmac "${4:-sample-secret}" | sed 's/.* //')
  status=$(curl -s -o /dev/null -w '%{http_code}' -H "Agora-Signature-V2: $signature" --data-binary "$1" http://127.0.0.1:8080/agora)
  [ "$status" = "$2" ] || fail "$1 is answered with $status instead of $2"
  said "$3"
}

uploaded='{"productId": 3, "eventType": 31, "payload": {"sid": "a", "sequence": 7, "serviceType": 2,
  "details": {"msgName": "uploaded", "status": 0, "fileList": [{"fileName": "a.m3u8"}]}}}'
answer "$uploaded" 200 "1 files were uploaded"
answer "$uploaded" 200 "duplicate"
answer "$uploaded" 401 "rejected" another-secret
answer '{"productId": 3, "eventType": 99, "payload": {"details": {"msgName": "new"}}}' 200 "undocumented event 99"
answer '{"productId": 3' 503 "unreadable"
