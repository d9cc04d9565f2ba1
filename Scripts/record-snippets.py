#!/usr/bin/env python3
"""Writes parts of the goldens into the documents that show them.

A marker above a fenced block names the part:

    <!-- golden: FILE | START -->            one line
    <!-- golden: FILE | START | END -->      from the line with START to the next line with END

FILE is relative to Tests/Goldens. START and END are words of a line, such as a key or a declaration without its type, so
that other changes of the generated text need no other marker. `OUTER > INNER` is the first INNER after OUTER; the END `}` is
the closing brace of START. A block includes the doc comment above its first line, and ends behind the parentheses that
it opens.
Usage: record-snippets.py DOCUMENT...
"""
import os
import re
import sys

GOLDENS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Tests", "Goldens")
BLOCK = re.compile(r"(<!-- golden: (.*?) -->\n```\w*\n).*?(```\n)", re.DOTALL)


def find(words, lines, first):
    """The index of the first line from `first` on with the words, which end where a word ends."""
    pattern = re.compile(r"(?<!\w)" * words[0].isalnum() + re.escape(words) + r"(?!\w)" * words[-1].isalnum())
    return next((place for place in range(first, len(lines)) if pattern.search(lines[place])), None)


def part(marker):
    """The lines that a marker names; exits if there are none."""
    file, *ends = marker.split(" | ")
    with open(os.path.join(GOLDENS, file), encoding="utf-8") as golden:
        lines = golden.read().split("\n")
    found = 0
    for words in ends[0].split(" > "):
        found = find(words, lines, found)
        if found is None:
            sys.exit(f"record-snippets.py: no line of {file} has '{words}': correct the marker '{marker}'")
    first = last = found
    if len(ends) > 1:
        if ends[1] == "}":
            last = lines.index(lines[first][:len(lines[first]) - len(lines[first].lstrip())] + "}", first)
        else:
            last = find(ends[1], lines, first)
        if last is None:
            sys.exit(f"record-snippets.py: no line of {file} has '{ends[1]}' after '{ends[0]}': correct the marker '{marker}'")
    while lines[first - 1].lstrip().startswith("///"):
        first -= 1
    while "".join(lines[found:last + 1]).count("(") > "".join(lines[found:last + 1]).count(")"):
        last += 1
    return lines[first:last + 1]


def block(match):
    lines = part(match[2])
    indent = min(len(line) - len(line.lstrip()) for line in lines if line)
    return match[1] + "".join(line[indent:] + "\n" for line in lines) + match[3]


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    recorded = BLOCK.sub(block, text)
    if recorded != text:
        with open(path, "w", encoding="utf-8") as file:
            file.write(recorded)
