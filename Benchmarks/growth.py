#!/usr/bin/env python3
"""How the time and memory of each command grow with the size of a service: x1, x10 and x100 of Benchmarks/synthetic.py.

    Benchmarks/growth.py TOOL [LARGEST]

The exponent is that of the growth from the second largest size to the largest: 1 is linear, 2 is quadratic. The start of the
process, measured by --version, is subtracted from both times. `yaml` is the time that libyaml takes for the events of the
same files. Generation is shown as a multiple of it: both are wall time, the least of runs in turn, since generation uses all
processors. The runs are spread over the whole measurement, because a machine that others use has slower spells of minutes. It
fails at more than 4 times libyaml's events at x100, and at more than 0.095 s at x10.
"""
import glob
import math
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
# Of a command at 10 times the size, 1.05 is 11.2 times the time.
LIMIT = 1.05
# The sizes run in turn, and the exponent is that of the median of the rounds' ratios, so that a slower spell of the machine meets
# both sizes. Of the second largest size as many runs make one measurement as take as long as the largest.
RUNS = 5
# Of the wall time of generation: how many times libyaml's events it takes, and seconds.
MOST_TIMES = {100: 4}
MOST_SECONDS = {10: 0.095}


def run(command, folder):
    """The processor time in seconds, and the peak memory in MB, of a command."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)}: {error.decode().splitlines()[:3]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(commands, runs, folder, repeats):
    """The processor times in seconds, and the peak memory in MB, of each of some commands, which run in turn. Each time is the mean of
    as many runs as `repeats` has for the command."""
    times, peaks = [[] for _ in commands], [0] * len(commands)
    for _ in range(runs):
        for place, command in enumerate(commands):
            found = [run(command, folder) for _ in range(repeats[place])]
            times[place].append(sum(seconds for seconds, _ in found) / len(found))
            peaks[place] = max(peaks[place], *(peak for _, peak in found))
    return list(zip(times, peaks))


def wall(commands, least, folder):
    """Lowers the least wall time in seconds of each of some commands, which run in turn."""
    for _ in range(RUNS):
        for place, command in enumerate(commands):
            start = time.monotonic()
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
            least[place] = min(least[place], time.monotonic() - start)


def make(tool, folder, size):
    """Writes the service of a size, a former state of it, and bodies of all its events."""
    name = f"Size{size}"
    subprocess.run([sys.executable, f"{HERE}/synthetic.py", str(size), f"{folder}/{name}"], check=True)
    former = f"{folder}/former/{name}"
    shutil.copytree(f"{folder}/{name}", former)
    # Changes in each unit: lengths, descriptions, names of events, of objects and of fields, and fields that are there
    # only later.
    for path in glob.glob(f"{former}/part*.yaml"):
        with open(path) as file:
            text = file.read()
        text = text.replace("length: 1...64", "length: 1...32", 5).replace("Something happened", "Nothing happened", 3)
        text = re.sub(r"\n      field\d+: \{ type: double.* \}", "", text, count=3)
        text = re.sub(r"\bevent(\d+0):", r"former\1:", text)
        text = re.sub(r"\bObject(\d+5)\b", r"Former\1", text)
        text = re.sub(r"\bfield(\d+00): (.*identifier)", r"former\1: \2", text)
        with open(path, "w") as file:
            file.write(text)
    # Bodies for `validate`, each event's.
    with open(f"{folder}/{name}.jsonl", "wb") as file:
        subprocess.run([tool, "sample", "--service", f"{folder}/{name}"], stdout=file, check=True)
    return name


def main():
    tool = os.path.abspath(sys.argv[1])
    largest = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    sizes = [size for size in (1, 10, 100) if size <= largest]
    repeats = [sizes[-1] // size if size == sizes[-2] else 1 for size in sizes]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        names = {size: make(tool, folder, size) for size in sizes}
        floor = f"{folder}/events"
        subprocess.run(["cc", "-O2", f"{HERE}/events.c", "-o", floor, "-lyaml"], check=True)
        [(starts, _)] = measure([[tool, "--version"]], 2 * RUNS, folder, [1])
        start = min(starts)
        commands = {
            "lint": lambda name: ["lint", name],
            "generate": lambda name: ["generate", name, "--output", "out"],
            "inventory": lambda name: ["inventory", name],
            "export json-schema": lambda name: ["export", "json-schema", name],
            "sample": lambda name: ["sample", "--service", name],
            "sample --near-miss": lambda name: ["sample", "--near-miss", "--service", name],
            "diff": lambda name: ["diff", f"former/{name}", name],
            "validate": lambda name: ["validate", "--service", name, f"{name}.jsonl"],
            "docs deliveries": lambda name: ["docs", "deliveries", name],
            "docs check": lambda name: ["docs", "check", f"{name}/page.md", "--service", name],
        }
        walls = {
            size: (
                [[tool] + commands["generate"](names[size]), [floor] + sorted(glob.glob(f"{folder}/{names[size]}/*.yaml"))],
                [math.inf, math.inf],
            )
            for size in sizes
        }
        print("| command | " + " | ".join(f"x{size}" for size in sizes) + " | exponent: time | memory |")
        print("|---" * (len(sizes) + 3) + "|")
        for title, command in commands.items():
            figures = measure([[tool] + command(names[size]) for size in sizes], RUNS, folder, repeats)
            cells = [f"{min(seconds):.2f} s, {peak:.0f} MB" for seconds, peak in figures]
            (before, small), (after, big) = figures[-2:]
            ratios = [max(long - start, 1e-3) / max(short - start, 1e-3) for short, long in zip(before, after)]
            growth = [math.log10(statistics.median(ratios)), math.log10(big / small)]
            failed |= max(growth) > LIMIT
            cells += [f"{value:.2f}{' MISS' if value > LIMIT else ''}" for value in growth]
            print(f"| {title} | " + " | ".join(cells) + " |", flush=True)
            for generations, least in walls.values():
                wall(generations, least, folder)
        for size, (_, (seconds, least)) in walls.items():
            is_missed = seconds > MOST_SECONDS.get(size, seconds) or seconds / least > MOST_TIMES.get(size, math.inf)
            failed |= is_missed
            print(f"generate at x{size}: {seconds:.3f} s, {seconds / least:.1f} times libyaml's events{' MISS' if is_missed else ''}")
    sys.exit(1 if failed else 0)


main()
