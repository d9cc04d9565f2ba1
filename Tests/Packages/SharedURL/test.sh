#!/bin/sh
# The server of the article SharedURL is built and run; it answers signed callbacks of both services of Tencent over HTTP.
. "$(dirname "$0")/../package.sh"

paste_section Overview "$work/SharedURL" Sources/callbackgen/callbackgen.docc/SharedURL.md
cd "$work/SharedURL"
for file in Package.swift Sources/SharedURL/Callbacks.swift Sources/SharedURL/Groups.swift \
  Sources/SharedURL/SharedURL.swift; do
  test -s "$file" || fail "the article has no $file"
done
sed -i.bak "s|path: \"../callbackgen\"|name: \"callbackgen\", path: \"$checkout\"|" Package.swift
spm build || fail "the server does not build"
! grep -F "Sources/SharedURL/" "$log" | grep -F "warning:" || fail "the server builds with warnings"

code=0
"$scratch/debug/SharedURL" >"$log" 2>&1 || code=$?
[ "$code" = 78 ] || fail "without a key the server ends with status $code"
said "CALLBACK_KEY is not set"

CALLBACK_KEY=123654 "$scratch/debug/SharedURL" >"$log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
await_server http://127.0.0.1:8081/

# post FILE KEY STATUS: fails unless the server answers the body, signed with the key, with the status.
post() {
  sign=$(python3 - "$1" "$2" <<'SIGN'
import base64, hashlib, hmac, sys
body = open(sys.argv[1], "rb").read()
print(base64.b64encode(hmac.new(sys.argv[2].encode(), body, hashlib.sha256).digest()).decode())
SIGN
)
  status=$(curl -s -o "$work/answer" -w '%{http_code}' -H "Sign: $sign" --data-binary "@$1" http://127.0.0.1:8081/trtc)
  [ "$status" = "$3" ] || fail "$1 is answered with $status instead of $3"
}

# accepted FILE LOGGED: fails unless the signed body is answered as the vendor recommends, and logs the text.
accepted() {
  post "$1" 123654 200
  [ "$(cat "$work/answer")" = '{"code":0}' ] || fail "$1 is answered with $(cat "$work/answer")"
  said "$2"
}

# One body of each group, as the pages print it.
accepted "$checkout/Schemas/TencentTRTCRoom/Examples/exit-room.json" "test left: The user left the room."
accepted "$checkout/Schemas/TencentTRTCRoom/Examples/start-video.json" "event 201 of rooms"
accepted "$checkout/Schemas/TencentTRTCRecording/Examples/file-uploaded.json" "recorded file: xxxx"
accepted "$checkout/Schemas/TencentTRTCRecording/Examples/web-recorder-start.json" "recording of a web page: started"

# The same callback once more.
accepted "$checkout/Schemas/TencentTRTCRoom/Examples/exit-room.json" "duplicate"

# What no page documents.
echo '{"EventGroupId": 1, "EventType": 199, "EventInfo": {"RoomId": "a"}}' >"$work/event.json"
accepted "$work/event.json" "undocumented event 199 of rooms"
echo '{"EventGroupId": 9, "EventType": 101, "EventInfo": {}}' >"$work/group.json"
accepted "$work/group.json" "group 9 belongs to neither service"

# What is refused.
post "$work/event.json" 654321 401
printf '{"EventGroupId": 1' >"$work/broken.json"
post "$work/broken.json" 123654 503
said "unreadable: "
said byte
