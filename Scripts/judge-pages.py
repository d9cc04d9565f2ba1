#!/usr/bin/env python3
"""Judges how `callbackgen docs check` reads real pages: the differences of each page as saved, and what becomes of seeded edits.

    Scripts/judge-pages.py TOOL FOLDER [--edits 60] [--seed 1] [--list]

FOLDER contains the saved pages, which are not part of the repository; PAGES below names the service and the page profile of
each file. Every edit changes one declaration in the text of a page: a field is deleted, renamed, inserted, or gets another
type word or another value. The script finds the declarations by the names of the schema, without the reader. An edit is
`caught` if it adds exactly one difference, at a changed line or with a changed name; `repeated` if it adds several of them;
`disclosed` if it changes other differences, explained ones, unread lines or doubts only; and `missed` otherwise. Differences of one rule at one
line of the page count once, because a table may belong to several events. --list prints every edit that is not `caught`.
"""
import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The file, the folder of its schema, and the name of the page in pages.yaml.
PAGES = [
    ("agora-cloud-recording.zh.md", "AgoraCloudRecording", "zh"),
    ("agora-cloud-recording.en.mdx", "AgoraCloudRecording", "en"),
    ("more/agora-rec-en_2021-04-13_older.md", "AgoraCloudRecording", "en-2021"),
    ("agora-cloud-recording.en-rendered.txt", "AgoraCloudRecording", "en-rendered"),
    ("tencent-trtc-cloud-recording.zh.md", "TencentTRTCRecording", "zh"),
    ("volcengine-rtc-events.zh.md", "VolcengineRTC", "zh"),
    ("updates/tencent-trtc-cloud-recording.en_2025.md", "TencentTRTCRecording", "en-2025"),
    ("updates/tencent-trtc-room-and-media.en_2025.md", "TencentTRTCRoom", "en-2025"),
    ("more/tencent-room-zh_2021-02-03.md", "TencentTRTCRoom", "zh-2021-02-03"),
    ("more/tencent-room-zh_2021-03-10.md", "TencentTRTCRoom", "zh"),
    ("more/tencent-room-jp_2022-10-31.md", "TencentTRTCRoom", "ja"),
]

TYPES = {"String": "Number", "Number": "String", "Int": "String", "Int32": "String", "Int64": "String",
         "Uint32": "String", "Uint64": "String", "Boolean": "Number", "Bool": "String"}
TYPE_WORD = re.compile(r"\b(" + "|".join(TYPES) + r")\b")


# MARK: The tool

class Tool:
    """Runs the command and reads its JSON."""

    def __init__(self, path, service, page):
        self.path, self.service, self.page = path, f"Schemas/{service}", page

    def output(self, *arguments):
        done = subprocess.run(
            [self.path, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120)
        if not done.stdout.strip():
            raise SystemExit(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stderr}")
        return done.stdout

    def run(self, *arguments):
        return json.loads(self.output(*arguments))

    def on_page(self, command, lines, *arguments):
        """The output of a command for a page of some lines."""
        with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8", newline="") as file:
            file.write("".join(lines))
            file.flush()
            return self.output(
                "docs", command, file.name, "--service", self.service, "--page", self.page, *arguments)

    def names(self):
        """The names of all fields of the schema, and the codes of its tables."""
        inventory = self.run("inventory", self.service, "--format", "json")[0]
        codes = {value["value"] for table in inventory["tables"] for value in table["values"]}
        fields = inventory["envelope"] + [field for event in inventory["events"] for field in event["fields"]]
        spelled = [name for field in fields for name in [field["path"].split(".")[-1]] + field["aliases"]]
        return {name.replace("[]", "") for name in spelled}, codes

    def check(self, lines):
        """The differences and the unread lines of a page."""
        return Report(json.loads(self.on_page("check", lines, "--format", "json")))

    def doubts(self, lines):
        """The facts that were read with doubts, and what the page shows and no field explains."""
        marks = ["  ? ", "not explained: ", "of no field", "unread  "]
        facts = self.on_page("inventory", lines).splitlines()
        return Counter(re.sub(r"line \d+", "line", fact) for fact in facts if any(mark in fact for mark in marks))


class Report:
    """The items of a check, counted without the positions that an edit moves."""

    def __init__(self, report):
        self.certain = report["counts"]["certain"]
        self.unsure = report["counts"]["unsure"]
        self.places, self.differences, self.disclosed = {}, Counter(), Counter()
        for item in report["differences"]:
            key = (item["rule"], item["path"], item["message"])
            if item["certainty"] == "explained":
                self.disclosed[key] += 1
                continue
            self.differences[key] += 1
            self.places.setdefault(key, item["page"]["line"])
        for line in report["unread"]:
            self.disclosed[(line["reason"], line["text"])] += 1


# MARK: The declarations of a page

class Declaration:
    """The lines that declare a field: the line of its name, the line after its last, and its name."""

    def __init__(self, name, line, start, end, kind):
        self.name, self.line, self.start, self.end, self.kind = name, line, start, end, kind


BULLET = re.compile(r"^(\s*)([-*•+])\s+[`*]*([A-Za-z_][\w-]*)[`*]*\s*[`*]*\s*[:：]")
CODE_BULLET = re.compile(r"^(\s*)([-*•+])\s+`?\"?([\w:]+)\"?`?\s*[:：]")


def declarations(lines, names, codes):
    """The fields that the page declares, and the rows of its code tables."""
    found = []
    is_code = False
    for place, line in enumerate(lines):
        if line.lstrip().startswith("```"):
            is_code = not is_code
        if is_code:
            continue
        bullet = BULLET.match(line)
        if bullet and bullet[3] in names and TYPE_WORD.search(line[bullet.end():bullet.end() + 14]):
            found.append(Declaration(bullet[3], place, place, end_of_bullet(lines, place), "bullet"))
        elif line.lstrip().startswith("|") or line.count(" | ") > 1:
            cells = [cell.strip(" `*") for cell in line.strip().strip("|").split("|")]
            if cells and cells[0] in names and len(cells) > 2:
                found.append(Declaration(cells[0], place, place, place + 1, "row"))
            elif len(cells) == 2 and cells[0] in codes:
                found.append(Declaration(cells[0], place, place, place + 1, "code"))
        else:
            cell = re.match(r"^\s*<td[^>]*>\s*`?(\w+)`?\s*</td>", line)
            if cell and cell[1] in names and place and "<tr" in lines[place - 1]:
                end = next((at for at in range(place, len(lines)) if "</tr>" in lines[at]), None)
                if end is not None:
                    found.append(html_row(cell[1], lines, place, end))
    return found


def html_row(name, lines, place, end):
    """The cells of a row: the tags of the row itself may share a line with those of its neighbours."""
    return Declaration(name, place, place, end, "cells")


def indent(line):
    return len(line) - len(line.lstrip())


def end_of_bullet(lines, start):
    """The line after a bullet and everything below it."""
    end = start + 1
    for place in range(start + 1, len(lines)):
        line = lines[place]
        if not line.strip():
            continue
        if indent(line) <= indent(lines[start]):
            break
        end = place + 1
    return end


# MARK: The edits

class Edit:
    def __init__(self, kind, name, other, lines, changed):
        self.kind, self.name, self.other, self.lines, self.changed = kind, name, other, lines, changed


def replaced(lines, start, end, new):
    return lines[:start] + new + lines[end:]


def renamed(line, name, other):
    return re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", other, line, count=1)


def delete(lines, item, generator, names):
    if item.kind == "cells":
        # The whole row: from its start tag to its end tag, both of which may share lines with neighbours.
        before, after = lines[item.start - 1], lines[item.end]
        head, tail = before[:before.rindex("<tr")], after[after.index("</tr>") + 5:]
        new = [head + tail] if (head + tail).strip() else []
        edited = lines[:item.start - 1] + new + lines[item.end + 1:]
        return Edit("delete", item.name, None, edited, range(item.start - 1, item.end + 1))
    return Edit("delete", item.name, None, replaced(lines, item.start, item.end, []), range(item.start, item.end))


def rename(lines, item, generator, names):
    other = item.name[0] + "other" + item.name[1:]
    new = [renamed(lines[item.line], item.name, other)]
    return Edit("rename", item.name, other, replaced(lines, item.line, item.line + 1, new), [item.line])


def insert(lines, item, generator, names):
    if item.kind == "cells":
        return None
    other = item.name + "Extra"
    text = renamed(lines[item.line], item.name, other)
    edited = replaced(lines, item.end, item.end, [text])
    return Edit("insert", item.name, other, edited, [item.end])


def change_type(lines, item, generator, names):
    for place in range(item.line, item.end):
        line = lines[place]
        start = line.index(item.name) + len(item.name) if place == item.line else 0
        word = TYPE_WORD.search(line, start)
        if word and (item.kind != "bullet" or place == item.line):
            if "/" in line[word.end():word.end() + 1]:
                return None
            new = line[:word.start()] + TYPES[word[1]] + line[word.end():]
            return Edit("type", item.name, None, replaced(lines, place, place + 1, [new]), [place])
    return None


# A code before a colon, or the first of a set in braces.
VALUE = re.compile(r"(?<![\w.])(\d{1,3})(?=\s*[:：])|[{｛]`(\d{1,3})`")


def change_value(lines, item, generator, names):
    """One code of a field: in a bullet below it, in its own cells, or in a row of a code table."""
    places = []
    if item.kind == "code":
        other = "77" if item.name.isdigit() else item.name + "New"
        new = [renamed(lines[item.line], item.name, other)]
        return Edit("value", item.name, other, replaced(lines, item.line, item.line + 1, new), [item.line])
    for place in range(item.line, item.end):
        line = lines[place]
        if item.kind == "bullet":
            code = CODE_BULLET.match(line) if place > item.line else None
            if code and code[3] not in names and indent(line) > indent(lines[item.line]):
                places.append((place, code.start(3), code.end(3)))
        else:
            for code in VALUE.finditer(line):
                group = 1 if code[1] else 2
                places.append((place, code.start(group), code.end(group)))
    if not places:
        return None
    place, start, end = generator.choice(places)
    line = lines[place]
    other = "77" if line[start:end].isdigit() else line[start:end] + "New"
    new = line[:start] + other + line[end:]
    return Edit("value", item.name, other, replaced(lines, place, place + 1, [new]), [place])


KINDS = [delete, rename, insert, change_type, change_value]


def edits(lines, names, codes, count, generator):
    """Edits of all kinds in equal numbers, as far as the page has places for them."""
    items = declarations(lines, names, codes)
    queues = []
    for kind in KINDS:
        fitting = [item for item in items if item.kind != "code" or kind is change_value]
        generator.shuffle(fitting)
        made = (kind(lines, item, generator, names) for item in fitting)
        queues.append(iter([edit for edit in made if edit and edit.lines != lines]))
    found = []
    while queues and len(found) < count:
        for queue in list(queues):
            edit = next(queue, None)
            if edit is None:
                queues.remove(queue)
            elif len(found) < count:
                found.append(edit)
    return found


def judged(edit, base, report):
    """What became of an edit."""
    new = report.differences - base.differences
    gone = base.differences - report.differences
    places = {(key[0], report.places[key]) for key in new}
    names = [name for name in (edit.name, edit.other) if name]
    fits = any(
        any(name in " ".join(key[1:]) for name in names) or report.places[key] - 1 in edit.changed
        for key in new)
    if fits:
        return "caught" if len(places) == 1 else "repeated"
    if new or gone or report.disclosed != base.disclosed:
        return "disclosed"
    return "missed"


# MARK: The table

def has_profile(service, page):
    profile = ROOT / "Schemas" / service / "pages.yaml"
    return profile.exists() and re.search(rf"^\s+{re.escape(page)}:", profile.read_text("utf-8"), re.M)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--edits", type=int, default=60, help="the number of edits of each page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print every edit that is not caught exactly once")
    options = parser.parse_args()
    columns = ["page", "certain", "unsure", "edits", "caught", "repeated", "disclosed", "missed"]
    print("| " + " | ".join(columns) + " |\n|" + " --- |" * len(columns))
    total = Counter()
    for file, service, page in PAGES:
        path = options.folder / file
        if not path.exists() or not has_profile(service, page):
            print(f"not judged: {file}, because the folder or Schemas/{service}/pages.yaml lacks it", file=sys.stderr)
            continue
        tool = Tool(str(Path(options.tool).resolve()), service, page)
        with open(path, encoding="utf-8", newline="") as opened:
            lines = opened.read().splitlines(keepends=True)
        base = tool.check(lines)
        generator = random.Random(f"{options.seed} {file}")
        counts = Counter()
        for edit in edits(lines, *tool.names(), options.edits, generator):
            verdict = judged(edit, base, tool.check(edit.lines))
            if verdict == "missed" and tool.doubts(edit.lines) != tool.doubts(lines):
                verdict = "disclosed"
            counts[verdict] += 1
            if options.list and verdict != "caught":
                print(f"{verdict}: {edit.kind} {edit.name} {edit.other or ''} at line {edit.changed[0] + 1} of {file}")
        row = [base.certain, base.unsure, sum(counts.values())]
        row += [counts[name] for name in columns[4:]]
        total.update(dict(zip(columns[1:], row)))
        print(f"| {file} | " + " | ".join(map(str, row)) + " |", flush=True)
    print("| all | " + " | ".join(str(total[name]) for name in columns[1:]) + " |")
    if total["edits"]:
        print(f"\ncaught exactly once: {total['caught'] / total['edits']:.1%}")


if __name__ == "__main__":
    main()
