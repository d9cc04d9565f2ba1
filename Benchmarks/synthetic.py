#!/usr/bin/env python3
"""Writes a service of any size: for each unit of SIZE 80 events, 20 objects, 8 tables of codes and about 600 fields; and the page that
documents its events, `page.md`.

    Benchmarks/synthetic.py SIZE FOLDER

The service has the types, constraints and links between declarations that the schemas of this repository have.
"""
import os
import sys


def field(number, kind):
    """A field of an event or an object."""
    name = f"field{number}"
    return [
        f"      {name}: {{ type: string, required: true, doc: The user of the room. }}",
        f"      {name}: {{ type: int64, unit: unix-ms, doc: When it happened. }}",
        f"      {name}: {{ type: int, range: 0...100, optional: true, doc: The share in percent. }}",
        f"      {name}: {{ type: string, length: 1...64, doc: The identifier. }}",
        f"      {name}: {{ type: {kind}, doc: What it was. }}",
        f"      {name}: {{ type: double, doc: The length in seconds. }}",
        f"      {name}: {{ type: bool, optional: true, doc: Whether it is on. }}",
    ][number % 7]


def items(number, indentation=""):
    """The lines of the page about a field."""
    kind, text = [
        ("String", "The user of the room."), ("Number", "When it happened, as a Unix timestamp in milliseconds."),
        ("Number", "Optional. The share in percent."), ("String", "The identifier."), ("Number", "What it was."),
        ("Number", "The length in seconds."), ("Boolean", "Optional. Whether it is on."),
    ][number % 7]
    codes = [f"{indentation}  - `{code}`: The reason with this number." for code in range(6)] if number % 7 == 4 else []
    return [f"{indentation}- `field{number}`: {kind}. {text}"] + codes


def members(one):
    """The numbers of the fields of an object: each unit begins with the fields of its objects."""
    first = one // 20 * (20 * 6 + 80 * 5) + one % 20 * 6 + 1
    return range(first, first + 6)


def main():
    size, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    tables, objects, number = 8 * size, 20 * size, 0
    write(folder, "service", [
        "service:", f"  name: {os.path.basename(folder)}", "  title: A service of any size",
        "  editions: { page: { title: The page } }", "  event: { by: eventType, in: payload }", "  envelope:",
        "    eventType: { type: int, doc: What happened. }", "    noticeId: { type: string, doc: The notification. }",
        "    payload: { type: object, doc: The event's own fields. }",
    ])
    page = ["# Callbacks", ""]
    for unit in range(size):
        lines = ["tables:"]
        for table in range(8 * unit, 8 * unit + 8):
            lines += [f"  Code{table}:", "    raw: int", "    doc: Why it ended.", "    values:"]
            lines += [f"      {code}: {{ name: reason{code}, doc: The reason with this number. }}" for code in range(6)]
        lines.append("objects:")
        for one in range(20 * unit, 20 * unit + 20):
            lines += [f"  Object{one}:", "    doc: A part of an event.", "    fields:"]
            for _ in range(6):
                number += 1
                lines.append(field(number, f"Code{number % tables}"))
        lines.append("events:")
        for event in range(80 * unit, 80 * unit + 80):
            lines += [f"  event{event}:", f"    id: {event + 1}", "    doc: Something happened.", "    fields:"]
            page += [f"### {event + 1} event{event}", "", "Something happened.", ""]
            for _ in range(5):
                number += 1
                lines.append(field(number, f"Code{number % tables}"))
                page += items(number)
            lines.append(f"      part: {{ type: Object{event % objects}, optional: true, doc: A part. }}")
            page.append("- `part`: JSON. Optional. A part.")
            page += [line for one in members(event % objects) for line in items(one, "  ")] + [""]
        write(folder, f"part{unit}", lines)
    with open(os.path.join(folder, "page.md"), "w") as file:
        file.write("\n".join(page) + "\n")
    with open(os.path.join(folder, "pages.yaml"), "w") as file:
        file.write('pages:\n  page:\n    edition: page\nevents:\n  - { heading: "{id} {name}" }\n'
                   "elsewhere: [eventType, noticeId, payload]\n")


def write(folder, stem, lines):
    with open(os.path.join(folder, stem + ".yaml"), "w") as file:
        file.write("\n".join(["callbackgen: 1"] + lines) + "\n")


main()
