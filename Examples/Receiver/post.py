#!/usr/bin/env python3
"""Posts sample bodies of every service to the receiver with curl: signed, forged, unsigned and repeated.

    Examples/Receiver/post.py TOOL URL [LIMIT_STATUS [PATH]...]

LIMIT_STATUS is the response to a body of 2 MiB without a signature, by default 413; each PATH is that of a service, by default of
all. TOOL is callbackgen, which makes the bodies from the schemas. The secrets are read from the variables that the receiver reads.
It fails if a response is not the expected one, and prints how many requests of each kind were posted.
"""
import base64
import hashlib
import hmac
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def agora(secret, body):
    return ["-H", "Agora-Signature-V2: " + hmac.new(secret, body, hashlib.sha256).hexdigest()], body


def trtc(secret, body):
    return ["-H", "Sign: " + base64.b64encode(hmac.new(secret, body, hashlib.sha256).digest()).decode()], body


def volcengine(secret, body):
    """The hash of the values of six members and of the secret, sorted, inside the body."""
    members = json.loads(body)
    names = ("EventType", "EventData", "EventTime", "EventId", "AppId", "Version", "Nonce")
    values = sorted([str(members[name]).encode() for name in names if name in members] + [secret])
    members["Signature"] = hashlib.sha256(b"".join(values)).hexdigest()
    return [], json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()


SERVICES = [
    ("AgoraCloudRecording", "agora-recording", "AGORA_SECRET", agora),
    ("TencentTRTCRecording", "trtc-recording", "TRTC_SECRET", trtc),
    ("TencentTRTCRoom", "trtc-room", "TRTC_SECRET", trtc),
    ("VolcengineRTC", "volcengine", "VOLCENGINE_SECRET", volcengine),
]


def post(url, arguments, body):
    """The status of the response."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(body)
        file.flush()
        output = subprocess.run(
            ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "--max-time", "10", "-H", "Content-Type: application/json",
             "--data-binary", f"@{file.name}", *arguments, url], capture_output=True, text=True, check=True)
    return output.stdout


def main(tool, base, limit="413", *paths):
    posted, wrong = Counter(), []
    for service, path, variable, sign in SERVICES:
        if paths and path not in paths:
            continue
        secret = os.environ[variable].split(",")[0].encode()
        url = f"{base}/callbacks/{path}"
        lines = subprocess.run([tool, "sample", "--service", f"Schemas/{service}"], cwd=ROOT, capture_output=True, text=True,
                               check=True).stdout.splitlines()

        def expect(kind, status, arguments, body):
            posted[kind] += 1
            got = post(url, arguments, body)
            if got != status:
                wrong.append(f"{service}: {kind}: {got} instead of {status}: {body[:200]!r}")

        # The first body of each event, and some of the others.
        for line in lines[:: max(1, len(lines) // 60)]:
            arguments, body = sign(secret, line.encode())
            expect("signed", "200", arguments, body)
            expect("repeated", "200", arguments, body)
            forged, other = sign(b"another secret", line.encode())
            expect("forged", "401", forged, other)
            expect("truncated", "401", arguments, body[:-1])
        expect("unsigned", "401", [], lines[0].encode())
        expect("oversized", limit, [], b"{" + b" " * (1 << 21) + b"}")
        expect("empty", "401", [], b"")
    for problem in wrong:
        print(problem, file=sys.stderr)
    print(", ".join(f"{count} {kind}" for kind, count in posted.items()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
