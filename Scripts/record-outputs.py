#!/usr/bin/env python3
"""Writes what the tool prints into the documents that show it.

A block between `<!-- output: ARGUMENTS -->` and `<!-- end of output -->` is the output of the tool with these arguments.
Usage: record-outputs.py TOOL FILE...
"""
import re
import shlex
import subprocess
import sys

BLOCK = re.compile(r"(<!-- output: (.*?) -->\n\n```\n).*?(```\n\n<!-- end of output -->)", re.DOTALL)

for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        text = file.read()

    def output(match):
        command = [sys.argv[1], *shlex.split(match[2])]
        return match[1] + subprocess.run(command, capture_output=True, text=True).stdout + match[3]

    recorded = BLOCK.sub(output, text)
    if recorded != text:
        with open(path, "w", encoding="utf-8") as file:
            file.write(recorded)
