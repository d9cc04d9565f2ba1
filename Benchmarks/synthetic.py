#!/usr/bin/env python3
"""Writes a service of any size: for each unit of SIZE 80 events, 20 objects, 8 tables of codes and about 600 fields; and the page that
documents its events, `page.md`.

    Benchmarks/synthetic.py SIZE FOLDER

The service has the types, constraints and links between declarations that the schemas of this repository have, and their density:
texts are as long as theirs on average (a field 66 characters, an event 160, a row 37), two fields of seven have an example, and one of five
has readings.
"""
import os
import sys

# Type on the page, the statement of the type in the schema, the text, and whether the field is optional.
FIELDS = [
    ("String", "string, required: true", "The user who entered the room, as the client named it when it joined.", False),
    ("Number", "int64, unit: unix-ms", "When the event occurred, by the clock of the server that observed it.", False),
    ("Number", "int, range: 0...100, optional: true", "The share of the files that are uploaded, in percent, at this time.", True),
    ("String", "string, length: 1...64", "The identifier of the task, which the response to the request has.", False),
    ("Number", "{kind}", "What ended the task: the request of a client, a limit or an error.", False),
    ("Number", "double", "The length of the recording in seconds, without the pauses in it.", False),
    ("Boolean", "bool, optional: true", "Whether the stream is still published when this callback is sent.", True),
]
EXAMPLES = {0: ", example: user-17", 1: ", example: 1611736812853"}
READING = "The field table and the text above it name different types."
REASON = "The examples contain the type of the table, and no edition of the page has an example of the other one."
EVENT = ["Something happened in the room.", "The callback is sent once for each time that it happens, also if it happens again for the same "
         "user of the same room within a second."]
ROW = "The reason that has this number."


def field(number, kind):
    """The lines of a field of an event or an object."""
    _, statement, text, _ = FIELDS[number % 7]
    line = f"      field{number}: {{ type: {statement.format(kind=kind)}{EXAMPLES.get(number % 7, '')}, doc: \"{text}\""
    if number % 5:
        return [line + " }"]
    return [line + ",", f"        readings: {{ prose: {READING}, because: \"{REASON}\" }} }}"]


def items(number, indentation=""):
    """The lines of the page about a field."""
    kind, _, text, is_optional = FIELDS[number % 7]
    # A page has at most 8 MB.
    text = ("Optional. " if is_optional else "") + " ".join(text.split()[:4]).rstrip(",") + "."
    if number % 7 == 1:
        text += " A Unix timestamp in milliseconds."
    codes = [f"{indentation}  - `{code}`: The reason." for code in range(6)] if number % 7 == 4 else []
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
            lines += [f"      {code}: {{ name: reason{code}, doc: {ROW} }}" for code in range(6)]
        lines.append("objects:")
        for one in range(20 * unit, 20 * unit + 20):
            lines += [f"  Object{one}:", "    doc: A part of an event.", "    fields:"]
            for _ in range(6):
                number += 1
                lines += field(number, f"Code{number % tables}")
        lines.append("events:")
        for event in range(80 * unit, 80 * unit + 80):
            lines += [f"  event{event}:", f"    id: {event + 1}", "    doc: |", f"      {EVENT[0]}", "", f"      {EVENT[1]}", "    fields:"]
            page += [f"### {event + 1} event{event}", "", EVENT[0], "", EVENT[1], ""]
            for _ in range(5):
                number += 1
                lines += field(number, f"Code{number % tables}")
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
