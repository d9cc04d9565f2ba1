#!/usr/bin/env python3
"""How fast `callbackgen validate` reads a log, and how much memory it takes, beside Python's json on the same lines.

    Benchmarks/validate.py TOOL [MEGABYTES]

The log is made of the tool's own samples and near misses, over and over; it is piped and never stored.
"""
import json
import os
import resource
import statistics
import subprocess
import sys
import time

# Times Python's json alone, on two processors; and megabytes, however long the log is.
LIMIT = 3
MEMORY = 64

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SERVICES = ("AgoraCloudRecording", "TencentTRTCRecording", "TencentTRTCRoom", "VolcengineRTC")


def block(tool, service):
    """About a megabyte of lines."""
    folder = f"Schemas/{service}"
    run = lambda *more: subprocess.run([tool, "sample", "--service", folder, *more], cwd=ROOT, capture_output=True,
                                       text=True, check=True).stdout
    lines = run().splitlines()
    # One line in fifty is odd, as in a log.
    odd = [json.dumps(json.loads(line)["body"]) for line in run("--near-miss").splitlines()]
    for place, line in enumerate(odd[:len(lines) // 50]):
        lines.insert(place * 50, line)
    text = "\n".join(lines) + "\n"
    return (text * (1 + (1 << 20) // len(text))).encode()


def feed(tool, service, piece, megabytes):
    process = subprocess.Popen([tool, "validate", "--service", f"Schemas/{service}", "-"], cwd=ROOT,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    start = time.perf_counter()
    sent = 0
    while sent < megabytes << 20:
        process.stdin.write(piece)
        sent += len(piece)
    process.stdin.close()
    summary = process.stdout.read().decode().splitlines()[-1]
    process.wait()
    return sent, time.perf_counter() - start, summary


def reading(piece):
    """The seconds that Python's json takes for the lines of a block, several times."""
    lines, seconds = piece.splitlines(), []
    for _ in range(15):
        start = time.perf_counter()
        for line in lines:
            json.loads(line)
        seconds.append(time.perf_counter() - start)
    return seconds


def main():
    tool = os.path.abspath(sys.argv[1])
    megabytes = int(sys.argv[2]) if len(sys.argv) > 2 else 1024
    failed = False
    for service in SERVICES:
        piece = block(tool, service)
        # Before and after: the speed of the machine drifts.
        python = reading(piece)
        sent, seconds, summary = feed(tool, service, piece, megabytes)
        python = len(piece) / statistics.median(python + reading(piece))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        ratio = sent / seconds / python
        misses = (["slower than the limit"] if ratio < LIMIT else []) + (["more memory"] if peak > MEMORY else [])
        failed |= bool(misses)
        print(f"{service}: {sent / 1e6:.0f} MB, {sent / seconds / 1e6:.0f} MB/s, {ratio:.2f}x Python's json "
              f"alone, peak of all so far {peak:.0f} MB; {summary}" + "".join(f"; MISS: {miss}" for miss in misses))
    sys.exit(1 if failed else 0)


main()
