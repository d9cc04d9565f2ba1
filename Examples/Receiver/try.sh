#!/bin/sh
# Starts the receiver, posts bodies of every service to it, signed and forged, stops it with SIGTERM, and looks at its log. Then
# stops it while a handler runs, the same with the receiver on another server, and a load of COUNT requests.
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

# A handler that takes longer than the deadline of 3.75 s ends before the server does.
DATABASE="$work/slow.sqlite" WORK_MILLISECONDS=5000 "$builds/debug/Receiver" >"$work/log" 2>&1 &
server=$!
for _ in $(seq 100); do
  curl -sf "http://127.0.0.1:$PORT/health" >/dev/null && break
  sleep 0.1
done
body='{"EventGroupId":3,"EventType":301,"CallbackTs":1664209748188,"EventInfo":{"TaskId":"task","Payload":{"Status":0}}}'
sign=$(printf %s "$body" | openssl dgst -sha256 -hmac sample-secret -binary | base64)
status=$(curl -s -o /dev/null -w '%{http_code}' -H "Sign: $sign" --data-binary "$body" "http://127.0.0.1:$PORT/callbacks/trtc-recording")
kill -TERM "$server"
wait "$server" || { cat "$work/log" >&2; echo "try.sh: the receiver did not stop cleanly" >&2; exit 1; }
[ "$status" = 200 ] && grep -q "outcome=unfinished" "$work/log" && grep -q "event=301.*handled" "$work/log" || {
  cat "$work/log" >&2
  echo "try.sh: the server ended before its handler" >&2
  exit 1
}

# Without a secret both servers end with one line and the status for errors of the configuration.
for program in Receiver SmallReceiver; do
  code=0
  env -u AGORA_SECRET "$builds/debug/$program" >"$work/log" 2>&1 || code=$?
  [ "$code" = 78 ] && [ "$(wc -l <"$work/log")" = 1 ] && grep -q "AGORA_SECRET is not set" "$work/log" || {
    cat "$work/log" >&2
    echo "try.sh: $program without a secret ends with status $code" >&2
    exit 1
  }
done

# The same on another server.
PORT=$((PORT + 1)) "$builds/debug/SmallReceiver" >"$work/log" 2>&1 &
server=$!
sleep 1
Examples/Receiver/post.py "$tool" "http://127.0.0.1:$((PORT + 1))" 401 agora-recording

Examples/Receiver/load.py "$builds/debug/Receiver" "$builds/debug/BareServer" --count "${COUNT:-2000}"
echo "The receivers answered every request as expected."
