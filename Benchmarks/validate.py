#!/usr/bin/env python3
"""How fast `callbackgen validate` reads a log, and how much memory it takes, beside Python's json on the same lines.

    Benchmarks/validate.py TOOL [MEGABYTES]

The log is made of the tool's own samples and near misses, over and over, in a temporary file. The tool and Python read by turns,
each round a shorter log, so that a drift of the machine's speed concerns both; the longest log shows the memory.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

# Times Python's json alone, on two processors; and megabytes, however long the log is.
LIMIT = 3
MEMORY = 64
# The rounds of each service, and the megabytes of their log.
ROUNDS = 9
ROUND = 256

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


def lengthen(log, piece, megabytes):
    """Appends the piece to a log until it has a size; returns the size in bytes."""
    while log.tell() < megabytes << 20:
        log.write(piece)
    log.flush()
    return log.tell()


def validate(tool, service, path):
    """The seconds of a run, its peak of memory in megabytes, and its last line."""
    start = time.perf_counter()
    process = subprocess.Popen([tool, "validate", "--service", f"Schemas/{service}", path], cwd=ROOT,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    return seconds, usage.ru_maxrss / 1024, output.decode().splitlines()[-1]


def reading(piece):
    """The seconds that Python's json takes for the lines of a block."""
    lines, seconds = piece.splitlines(), []
    for _ in range(5):
        start = time.perf_counter()
        for line in lines:
            json.loads(line)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def main():
    tool = os.path.abspath(sys.argv[1])
    megabytes = int(sys.argv[2]) if len(sys.argv) > 2 else 1024
    failed = False
    for service in SERVICES:
        piece = block(tool, service)
        with tempfile.NamedTemporaryFile(suffix=".log") as log:
            size = lengthen(log, piece, min(ROUND, megabytes))
            rates, ratios, before = [], [], reading(piece)
            for _ in range(ROUNDS):
                seconds, _, _ = validate(tool, service, log.name)
                after = reading(piece)
                rates.append(size / seconds / 1e6)
                ratios.append(size / seconds / len(piece) * (before + after) / 2)
                before = after
            size = lengthen(log, piece, megabytes)
            _, peak, summary = validate(tool, service, log.name)
        ratio = statistics.median(ratios)
        misses = (["slower than the limit"] if ratio < LIMIT else []) + (["more memory"] if peak > MEMORY else [])
        failed |= bool(misses)
        print(f"{service}: {statistics.median(rates):.0f} MB/s, {ratio:.2f}x Python's json alone ({min(ratios):.2f} to "
              f"{max(ratios):.2f}); peak of {size / 1e6:.0f} MB: {peak:.0f} MB; {summary}"
              + "".join(f"; MISS: {miss}" for miss in misses), flush=True)
    sys.exit(1 if failed else 0)


main()
