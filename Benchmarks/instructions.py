#!/usr/bin/env python3
"""Instructions and allocations for each body, counted by valgrind, and the sizes of generated modules: the same figures on a
loaded machine as on an idle one.

    Benchmarks/instructions.py SPEED            the figures, and those of yyjson where it can be had
    Benchmarks/instructions.py SPEED --check    exit 1 if a figure is more than 10 % above that of Benchmarks/budgets.json
    Benchmarks/instructions.py SPEED --record   writes Benchmarks/budgets.json

SPEED is the program of the package Benchmarks. yyjson is compiled from the source in its Python package, which pip fetches.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BUDGETS = f"{HERE}/budgets.json"
BODIES = [f"{vendor}-{size}" for vendor in ("agora", "trtc", "volcengine") for size in ("small", "middle", "large")]
# Without a counterpart in yyjson.c.
OTHERS = ["unknown-event", "malformed-event", "deviating", "fractions", "unknown-fields"]
OPERATIONS = ("decode", "encode", "report")
CALLS = 1000
TOLERANCE = 1.10
# The instructions of reading a body, against yyjson into structs whose strings are allocated.
LIMIT = 1.8
YYJSON = "yyjson==4.0.6"


def count(command, stdin=None):
    """The instructions of a whole process."""
    # Hash tables are laid out the same in each run.
    environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1")
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], stdin=stdin,
                         env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(f"{' '.join(command)}: exit code {run.returncode}\n{run.stderr}")
    return int(found.group(1))


def allocations(command):
    """The number of times that a process allocates memory."""
    run = subprocess.run(["valgrind", "--leak-check=no", *command], capture_output=True, text=True,
                         env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"))
    found = re.search(r"total heap usage: ([\d,]+) allocs", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(f"{' '.join(command)}: exit code {run.returncode}\n{run.stderr}")
    return int(found.group(1).replace(",", ""))


def sizes(speed):
    """The bytes of the generated sources, and those of code and data in the object files."""
    found = {}
    for service in ("AgoraCloudRecording", "TencentTRTCRecording", "VolcengineRTC"):
        sources = glob.glob(f"{HERE}/../Generated/{service}/*.swift")
        found[f"{service} source bytes"] = sum(os.path.getsize(path) for path in sources)
        objects = glob.glob(f"{os.path.dirname(speed)}/{service}.build/*.o")
        if not objects:
            sys.exit(f"there is no object file of {service} beside {speed}")
        table = subprocess.run(["size", *objects], capture_output=True, text=True, check=True).stdout.splitlines()[1:]
        found[f"{service} object bytes"] = sum(int(line.split()[3]) for line in table)
    return found


def build_yyjson(folder):
    """The program of yyjson.c; None if its source cannot be fetched."""
    pip = subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", folder,
                          YYJSON], capture_output=True)
    archives = glob.glob(f"{folder}/*.tar.gz")
    if pip.returncode != 0 or not archives:
        return None
    with tarfile.open(archives[0]) as archive:
        archive.extractall(folder, filter="data")
    source = glob.glob(f"{folder}/**/yyjson.c", recursive=True)[0]
    program = f"{folder}/program"
    subprocess.run(["cc", "-O2", f"-I{os.path.dirname(source)}", f"{HERE}/yyjson.c", source, "-o", program], check=True)
    return program


def floors(speed):
    """The instructions of yyjson for each body; empty if it cannot be had."""
    with tempfile.TemporaryDirectory() as folder:
        program = build_yyjson(folder)
        if not program:
            return {}
        found = {}
        for name in BODIES:
            path = f"{folder}/{name}"
            with open(path, "wb") as file:
                subprocess.run([speed, name, "print", "1"], stdout=file, check=True)
            few, many = [count([program, name, str(calls)], open(path)) for calls in (10, CALLS + 10)]
            found[name] = (many - few) / CALLS
        return found


def main():
    if not shutil.which("valgrind"):
        sys.exit("error: valgrind is not installed: apt-get install valgrind")
    speed, mode = os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    start = count([speed, BODIES[0], OPERATIONS[0], "0"])
    figures = {f"{name} {operation}": round((count([speed, name, operation, str(CALLS)]) - start) / CALLS)
               for name in BODIES + OTHERS for operation in OPERATIONS}
    base = allocations([speed, BODIES[0], "decode", "0"])
    for name in BODIES + OTHERS:
        figures[f"{name} allocations"] = round((allocations([speed, name, "decode", str(CALLS)]) - base) / CALLS)
    figures |= sizes(speed)
    if mode == "--record":
        with open(BUDGETS, "w") as file:
            json.dump(figures, file, indent=2)
            file.write("\n")
        return
    if mode == "--check":
        with open(BUDGETS) as file:
            budgets = json.load(file)
        above = [f"{key}: {figures[key]}, {figures[key] / budget - 1:+.0%} of the budget of {budget}"
                 for key, budget in budgets.items() if figures[key] > budget * TOLERANCE]
        print("\n".join(above) if above else f"{len(budgets)} budgets of instructions, allocations and bytes are kept")
        sys.exit(1 if above else 0)
    yyjson = floors(speed)
    print("Instructions for each body, and the allocations of decoding it" + ("" if yyjson else " (yyjson cannot be fetched)"))
    print(f"{'body':20}" + "".join(f"{operation:>10}" for operation in OPERATIONS) + f"{'allocations':>13}{'yyjson':>10}{'decode':>12}")
    failed = False
    for name in BODIES + OTHERS:
        line = f"{name:20}" + "".join(f"{figures[f'{name} {operation}']:>10}" for operation in OPERATIONS)
        line += f"{figures[f'{name} allocations']:>13}"
        if name in yyjson:
            ratio = figures[f"{name} decode"] / yyjson[name]
            failed |= ratio > LIMIT
            line += f"{yyjson[name]:>10.0f}{ratio:>11.2f}x{' MISS' if ratio > LIMIT else ''}"
        print(line)
    for key in (key for key in figures if key.endswith("bytes")):
        print(f"{key}: {figures[key]}")
    sys.exit(1 if failed else 0)


main()
