#!/usr/bin/env python3
"""Judges `callbackgen docs draft` on real pages: deletes each event from its schema, drafts it from the page, and compares.

    Scripts/judge-drafts.py TOOL FOLDER [--list]

FOLDER contains the saved pages, which are not part of the repository; PAGES below names the service, the page of pages.yaml
and the edition of each file. A field comes back equal if the inventory has it at the same path, with the same type and the
same values. Docs, names of codes, units, conditions and the presence are not compared: most pages do not state them. A path,
a type or a spelling counts as equal, too, if a reading of the deleted field names it. An event that the page only lists in
an index, without an example body, is not judged. --list prints every other field.

Two kinds of fields are absent because the page does not say that the event has them. They count as not equal; a last line says
how many they are: a field that the page declares for all events together, and that no example body of the event has; and a
field that the schema has from an example alone.
"""
import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The file, the folder of its schema, the name of the page in pages.yaml, and its edition; None: the headings name it.
PAGES = [
    ("agora-cloud-recording.zh.md", "AgoraCloudRecording", "zh", "zh"),
    ("agora-cloud-recording.en.mdx", "AgoraCloudRecording", "en", "en"),
    ("tencent-trtc-cloud-recording.zh.md", "TencentTRTCRecording", "zh", "zh"),
    ("volcengine-rtc-events.zh.md", "VolcengineRTC", "zh", None),
    ("updates/tencent-trtc-cloud-recording.en_2025.md", "TencentTRTCRecording", "en-2025", "en-2025"),
    ("updates/tencent-trtc-room-and-media.en_2025.md", "TencentTRTCRoom", "en-2025", "en-2025"),
    ("more/tencent-room-zh_2021-03-10.md", "TencentTRTCRoom", "zh", "zh"),
    ("more/tencent-room-jp_2022-10-31.md", "TencentTRTCRoom", "ja", "ja"),
]


def run(tool, *arguments):
    done = subprocess.run([tool, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def inventory(tool, folder):
    return json.loads(run(tool, "inventory", "--format", "json", str(folder)))[0]


def described(tool, file, service, page):
    """The ids or names of the events of which the page says more than a row of an index, and their example bodies."""
    facts = json.loads(run(
        tool, "docs", "inventory", str(file), "--service", f"Schemas/{service}", "--page", page, "--format", "json"))
    shown = {example["event"] for example in facts["examples"] if "event" in example}
    names = set()
    for event in facts["events"]:
        own = {event.get(key) for key in ("id", "name", "constant")} - {None}
        if event["hasSection"] or own & shown:
            names |= own
    return names


def unsaid(tool, file, service, page):
    """A function that tells whether the page does not say that an event has a field, by the rules above."""
    facts = json.loads(run(
        tool, "docs", "inventory", str(file), "--service", f"Schemas/{service}", "--page", page, "--format", "json"))
    sections = {v for e in facts["events"] if e["hasSection"] for v in (e.get("id"), e.get("name"), e.get("constant")) if v}

    def is_unsaid(event, field):
        if all(e.split(" ")[-1] == "example" for e in field["editions"]):
            return True
        return not sections & {str(event["id"]), event["name"], event.get("constant")}

    return is_unsaid


def delete(folder, key):
    """Deletes an event from the file of a service that declares it."""
    for path in sorted(folder.glob("*.yaml")):
        lines = path.read_text().split("\n")
        try:
            top = lines.index("events:")
        except ValueError:
            continue
        ends = [n for n in range(top + 1, len(lines)) if re.match(r"\S", lines[n])] + [len(lines)]
        keys = [n for n in range(top + 1, ends[0]) if re.match(r"  [^\s#]", lines[n])]
        for place, start in enumerate(keys):
            if re.match(rf"  [\"']?{re.escape(key)}[\"']?:", lines[start]):
                end = keys[place + 1] if place + 1 < len(keys) else ends[0]
                first = top if len(keys) == 1 else start
                path.write_text("\n".join(lines[:first] + lines[end:]))
                return True
    return False


def forget_outcomes(folder):
    """Removes the outcomes: those of a table that no other event uses are errors once the event is deleted."""
    for path in folder.glob("*.yaml"):
        text = re.sub(r", outcome: \w+|outcome: \w+, ", "", path.read_text())
        path.write_text(re.sub(r"^ *outcome: \w+\n", "", text, flags=re.M))


def values(service, field, edition):
    table = next((t for t in service["tables"] if t["name"] == field.get("table")), None)
    listed = set(field["values"])
    if table and edition:
        # A table or an example of the page can be the only part of it that has a value.
        listed &= {
            v["value"] for v in table["values"] if any(f"{e} ".startswith(f"{edition} ") for e in v["editions"])
        }
    return set() if field["type"] == "bool" else listed


def shows(field, edition):
    return bool(field["editions"]) if edition is None else edition in field["editions"]


def spellings(fields, path):
    """The path with each of its members in all spellings."""
    paths, known = [""], {f["path"]: f for f in fields}
    parts = path.split(".")
    for place, part in enumerate(parts):
        field = known.get(".".join(parts[: place + 1]).removesuffix("[]"), {"aliases": []})
        names = [part] + [a + ("[]" if part.endswith("[]") else "") for a in field["aliases"]]
        paths = [f"{p}.{n}" if p else n for p in paths for n in names]
    return paths


def flattened_objects(folder):
    """The names of the objects that a reading places beside their members."""
    names = set()
    for path in folder.glob("*.yaml"):
        keys = []
        for line in path.read_text().split("\n"):
            if match := re.match(r"( +)([^\s#:]+):", line):
                keys = [k for k in keys if k[0] < len(match[1])] + [(len(match[1]), match[2])]
            if "flattened: true" in line and any(k[1] == "readings" for k in keys):
                names.add(keys[[k[1] for k in keys].index("readings") - 1][1])
    return names


def compare(before, after, event, edition, flattened):
    """The reasons why fields are not equal, None for equal ones, by their paths."""
    drafted = next((e for e in after["events"] if e["id"] == event["id"]), None)
    found = {f["path"]: f for f in drafted["fields"]} if drafted else {}
    outcome = {}
    for field in event["fields"]:
        if not shows(field, edition):
            continue
        path = next((p for p in spellings(event["fields"], field["path"]) if p in found), None)
        if path is None and field["path"].split(".")[0] in flattened:
            # The page has the members of the object beside it, and does not name the object.
            if "." not in field["path"]:
                continue
            path = next((p for p in found if p == field["path"].split(".", 1)[1]), None)
        if path is None:
            outcome[field["path"]] = "absent"
            continue
        other = found[path]
        kind = {"int": "number", "int64": "number", "double": "number"}.get(other["type"], other["type"])
        expected, listed = values(before, field, edition), values(after, other, edition)
        if field["type"] != other["type"] and kind not in field["accepts"]:
            outcome[field["path"]] = f"type {other['type']} instead of {field['type']}"
        elif expected != listed:
            outcome[field["path"]] = f"values {sorted(listed)} instead of {sorted(expected)}"
        elif edition is None and field["editions"] != other["editions"]:
            outcome[field["path"]] = f"editions {other['editions']} instead of {field['editions']}"
        else:
            outcome[field["path"]] = None
    return outcome


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    tool = str(Path(options.tool).resolve())
    total = Counter()
    print(f"{'page':50} {'events':>6} {'fields':>6} {'equal':>6} {'share':>7}")
    for name, service, page, edition in PAGES:
        file = options.folder.resolve() / name
        if not file.exists():
            print(f"{name:50} not in the folder")
            continue
        before = inventory(tool, f"Schemas/{service}")
        flattened = flattened_objects(ROOT / "Schemas" / service)
        count = Counter()
        names = described(tool, file, service, page)
        is_unsaid = unsaid(tool, file, service, page)
        for event in before["events"]:
            if edition and edition not in event["editions"]:
                continue
            if not names & {str(event["id"]), event["name"], event.get("constant")}:
                continue
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch) / service
                shutil.copytree(ROOT / "Schemas" / service, folder)
                forget_outcomes(folder)
                if not delete(folder, event["name"]):
                    raise SystemExit(f"{service}: {event['name']} is in no file")
                said = run(tool, "docs", "draft", str(file), "--service", str(folder), "--page", page, "--apply")
                outcome = compare(before, inventory(tool, folder), event, edition, flattened)
            count["events"] += 1
            count["fields"] += len(outcome)
            count["equal"] += sum(reason is None for reason in outcome.values())
            count["unsaid"] += sum(
                outcome.get(f["path"]) == "absent" and is_unsaid(event, f) for f in event["fields"])
            if options.list:
                for path, reason in outcome.items():
                    if reason:
                        print(f"    {event['name']}.{path}: {reason}")
                if any(outcome.values()):
                    for line in said.splitlines():
                        if line.startswith("left"):
                            print(f"        {line}")
        share = count["equal"] / max(count["fields"], 1)
        print(f"{name:50} {count['events']:6} {count['fields']:6} {count['equal']:6} {share:7.1%}")
        total += count
    share = total["equal"] / max(total["fields"], 1)
    print(f"{'all':50} {total['events']:6} {total['fields']:6} {total['equal']:6} {share:7.1%}")
    rest = total["equal"] / max(total["fields"] - total["unsaid"], 1)
    print(f"{total['unsaid']} fields are not on the page for their event; of the others {rest:.1%} are equal")
    return 0 if share >= 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())
