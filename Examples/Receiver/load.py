#!/usr/bin/env python3
"""Posts many callbacks of Agora to the receiver over real HTTP and accounts for each of them in its log.

    Examples/Receiver/load.py RECEIVER BARE [--count 20000] [--connections 32]

RECEIVER and BARE are the executables. Every tenth request is malformed, forged, truncated, oversized, slow, or a repetition of an
earlier one. It fails if a callback is not handled exactly once, a forged one is handled, or a response is not the expected one. It
prints requests per second, latencies and memory beside those of a server that only collects the same bodies and answers.
"""
import argparse
import asyncio
import hashlib
import hmac
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

SECRET = b"sample-secret"
PATH = "/callbacks/agora-recording"
ODD = ["malformed", "forged", "truncated", "oversized", "slow", "repeated"]


def uploaded(number):
    return json.dumps({
        "noticeId": f"notice-{number}", "productId": 3, "eventType": 31, "notifyMs": 1611566412672,
        "payload": {"cname": "room", "uid": "1", "sid": f"sid-{number}", "sequence": number, "sendts": 1611566412672, "serviceType": 2,
                    "details": {"msgName": "uploaded", "status": 0, "fileList": [{"fileName": f"{number}.m3u8", "uid": "1"}]}}},
        separators=(",", ":")).encode()


def requests(count, seed):
    """The kind, the body, the signature and the expected status of each request, in order."""
    generator = random.Random(seed)
    found = []
    for number in range(count):
        kind = ODD[number // 10 % len(ODD)] if number % 10 == 9 else "valid"
        body = uploaded(number)
        signature = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
        status = {200}
        if kind == "malformed":
            body = b"[" + body
            signature, status = hmac.new(SECRET, body, hashlib.sha256).hexdigest(), {503, 200}
        elif kind == "forged":
            signature, status = hmac.new(b"another secret", body, hashlib.sha256).hexdigest(), {401}
        elif kind == "truncated":
            body, status = body[:-1], {401}
        elif kind == "oversized":
            body, status = body + b" " * (1 << 20), {413}
        elif kind == "repeated":
            # One that may still be in flight: it is then in progress, and answered so that the vendor delivers again.
            earlier = generator.choice([number - 1, number - 5])
            _, body, signature, status = found[earlier]
            status |= {503}
        found.append((kind, body, signature, status))
    return found


async def post(reader, writer, kind, body, signature):
    head = (f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            f"Agora-Signature-V2: {signature}\r\n\r\n").encode()
    if kind == "slow":
        writer.write(head + body[:20])
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.write(body[20:])
    else:
        writer.write(head + body)
    await writer.drain()
    status = int((await reader.readuntil(b"\r\n")).split()[1])
    length, closes = 0, False
    while (line := await reader.readuntil(b"\r\n")) != b"\r\n":
        name, _, value = line.decode().lower().partition(":")
        if name == "content-length":
            length = int(value)
        closes |= name == "connection" and "close" in value
    await reader.readexactly(length)
    return status, closes


async def run(port, all_requests, connections, checks):
    """The latencies in seconds, and the requests with another status than expected."""
    latencies, wrong, queue = [], [], iter(all_requests)

    async def worker():
        reader = writer = None
        for kind, body, signature, expected in queue:
            start = time.perf_counter()
            for attempt in (0, 1):
                try:
                    if writer is None:
                        reader, writer = await asyncio.open_connection("127.0.0.1", port)
                    status, closes = await asyncio.wait_for(post(reader, writer, kind, body, signature), 20)
                    break
                except (ConnectionError, asyncio.IncompleteReadError):
                    # A server may close the connection of an oversized request before it is sent.
                    writer = None
                    status, closes = (413, True) if kind == "oversized" else (0, True)
                    if kind == "oversized":
                        break
            if closes and writer is not None:
                writer.close()
                writer = None
            if kind == "valid":
                latencies.append(time.perf_counter() - start)
            if checks and status not in expected:
                wrong.append(f"{kind}: {status} instead of {sorted(expected)}")

    await asyncio.gather(*(worker() for _ in range(connections)))
    return latencies, wrong


def measure(name, executable, port, all_requests, connections, work, checks):
    log = work / f"{name}.log"
    environment = dict(os.environ, PORT=str(port), DATABASE=str(work / "callbacks.sqlite"), AGORA_SECRET=SECRET.decode(),
                       TRTC_SECRET="x", VOLCENGINE_SECRET="x")
    with open(log, "wb") as file:
        server = subprocess.Popen([executable], stdout=file, stderr=file, env=environment)
    try:
        for _ in range(100):
            if subprocess.run(["curl", "-s", "-o", "/dev/null", f"http://127.0.0.1:{port}/"]).returncode == 0:
                break
            time.sleep(0.1)
        start = time.perf_counter()
        latencies, wrong = asyncio.run(run(port, all_requests, connections, checks))
        elapsed = time.perf_counter() - start
        peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text())
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)
    latencies.sort()
    at = lambda share: 1000 * latencies[min(int(len(latencies) * share), len(latencies) - 1)]
    print(f"{name}: {len(all_requests) / elapsed:.0f} requests/s; p50 {at(0.5):.1f} ms, p99 {at(0.99):.1f} ms, "
          f"p99.9 {at(0.999):.1f} ms; {int(peak[1]) / 1024 if peak else 0:.0f} MiB")
    return log, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("receiver")
    parser.add_argument("bare")
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--port", type=int, default=18090)
    options = parser.parse_args()
    all_requests = requests(options.count, 1)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        measure("bare framework", options.bare, options.port, all_requests, options.connections, work, False)
        log, wrong = measure("receiver", options.receiver, options.port + 1, all_requests, options.connections, work, True)
        handled = Counter()
        for line in log.read_text(errors="replace").splitlines():
            match = re.search(r'sid-(\d+)', line)
            if match and "outcome=handled" in line:
                handled[int(match[1])] += 1
    posted = {number for number, (kind, *_) in enumerate(all_requests) if kind in ("valid", "slow")}
    lost = posted - handled.keys()
    doubled = [number for number, count in handled.items() if count > 1]
    forged = handled.keys() - posted
    kinds = Counter(kind for kind, *_ in all_requests)
    print(f"{dict(kinds)}; {len(lost)} lost, {len(doubled)} doubled, {len(forged)} forged let in, {len(wrong)} other responses")
    for problem in wrong[:10]:
        print(problem, file=sys.stderr)
    return 1 if lost or doubled or forged or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
