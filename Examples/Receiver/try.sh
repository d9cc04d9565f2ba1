#!/bin/sh
# Starts the receiver, posts bodies of every service to it, signed and forged, stops it with SIGTERM, and looks at its log. Then
# the same with the receiver on another server, and a load of COUNT requests.
# Usage: try.sh TOOL
set -eu
cd "$(dirname "$0")/../.."
# A package that depends on this one has no optimized tests.
unset CALLBACKGEN_OPTIMIZED_TESTS
tool=$1
# Shared with the packages of Tests/Packages, so that the server framework is compiled once.
builds=.build-packages
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
server=

export AGORA_SECRET=sample-secret TRTC_SECRET=sample-secret VOLCENGINE_SECRET=sample-secret
export DATABASE="$work/callbacks.sqlite" PORT="${PORT:-18080}"

"${SWIFT:-swift}" build --package-path Examples/Receiver --scratch-path "$builds" >"$work/build.log" 2>&1 || {
  cat "$work/build.log" >&2
  exit 1
}
"$builds/debug/Receiver" >"$work/log" 2>&1 &
server=$!
for _ in $(seq 100); do
  curl -sf "http://127.0.0.1:$PORT/health" >/dev/null && break
  sleep 0.1
done
Examples/Receiver/post.py "$tool" "http://127.0.0.1:$PORT"

kill -TERM "$server"
wait "$server" || { cat "$work/log" >&2; echo "try.sh: the receiver did not stop cleanly" >&2; exit 1; }
if grep -q sample-secret "$work/log"; then
  echo "try.sh: the log contains the secret" >&2
  exit 1
fi
grep -q "outcome=duplicate" "$work/log" || { echo "try.sh: the log has no duplicate" >&2; exit 1; }

# The same on another server.
PORT=$((PORT + 1)) "$builds/debug/SmallReceiver" >"$work/log" 2>&1 &
server=$!
sleep 1
Examples/Receiver/post.py "$tool" "http://127.0.0.1:$((PORT + 1))" 401 agora-recording

Examples/Receiver/load.py "$builds/debug/Receiver" "$builds/debug/BareServer" --count "${COUNT:-2000}"
echo "The receivers answered every request as expected."
