#!/usr/bin/env python3
"""Compares the exported JSON Schemas, under an independent validator, with `callbackgen validate`.

The bodies are all examples and mutations of them. Both must report the same paths. Run after `make generate`:

    pip install jsonschema && Scripts/judge-json-schema.py

Not part of `make test`, which must not depend on PyPI.
"""
import copy
import json
import os
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOOL = subprocess.run(["swift", "build", "--show-bin-path"], cwd=ROOT, capture_output=True, text=True,
                      check=True).stdout.strip() + "/callbackgen"
# Rules without an equivalent in JSON Schema, and notices.
ONLY_OURS = {"unknown-field", "alias", "flattened", "format", "unknown-bits", "other-unit", "duplicate-key"}


def tool(*arguments, check=True):
    return subprocess.run([TOOL, *arguments], cwd=ROOT, capture_output=True, text=True, check=check).stdout


def mutations(body):
    def walk(value, path):
        if isinstance(value, dict):
            for key in list(value):
                yield path + [key]
                yield from walk(value[key], path + [key])
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from walk(item, path + [index])

    for path in list(walk(body, [])):
        for other in (KeyError, None, 987654321, "zz", "", [], {}, -1, True):
            changed = copy.deepcopy(body)
            holder = changed
            for step in path[:-1]:
                holder = holder[step]
            if other is KeyError:
                del holder[path[-1]]
            else:
                holder[path[-1]] = other
            yield changed


def text(path):
    result = ""
    for step in path:
        result += f"[{step}]" if isinstance(step, int) else ("." if result else "") + str(step)
    return result


def theirs(validator, body):
    """The paths of all errors of the validator."""
    paths = set()
    for error in validator.iter_errors(body):
        path = list(error.absolute_path)
        if error.validator == "required":
            missing = [name for name in error.validator_value if name not in error.instance]
            paths |= {text(path + [name]) for name in missing}
        else:
            paths.add(text(path))
    return paths


def same(own, other):
    """Whether two sets of paths agree; a missing object stands for its missing members."""
    def within(path, whole):
        return path == whole or path.startswith((whole + ".", whole + "["))

    return (all(any(within(path, whole) for whole in other) for path in own)
            and all(any(within(path, whole) for path in own) for whole in other))


def judge(service, edition):
    folder = f"Schemas/{service}"
    schema = json.loads(tool("export", "json-schema", folder, "--edition", edition))
    Draft202012Validator.check_schema(schema)
    inventory = next(s for s in json.loads(tool("inventory", "--format", "json", folder)) if s["service"] == service)
    examples = {}
    for name in sorted(os.listdir(os.path.join(ROOT, folder, "Examples"))):
        body = json.load(open(os.path.join(ROOT, folder, "Examples", name)))
        examples[name] = body
    events = {e["name"]: e for e in inventory["events"] if edition in e["editions"]}
    owners = owners_of(folder)
    groups = {}
    for name, body in examples.items():
        event, extent = owners[name]
        # JSON in a string is only annotated by the schema: of such bodies, only the events are compared.
        if event in events and (extent == "details" or '"contentSchema"' not in json.dumps(schema)):
            groups.setdefault(event if extent == "details" else None, []).extend([body, *mutations(body)])
    bodies, wrong = 0, 0
    for event, found in groups.items():
        validator = Draft202012Validator(
            {"$ref": f"#/$defs/event.{event}", "$defs": schema["$defs"]} if event else schema)
        for body, said in zip(found, ours(folder, edition, event, found)):
            bodies += 1
            rules = {f["rule"] for f in said}
            if rules & {"alias", "flattened"}:
                continue
            other = theirs(validator, body)
            if rules & {"unreadable", "malformed-event", "unknown-event", "other-product"}:
                # We stop at the first of these; both must reject the body.
                agree = bool(other)
            else:
                agree = same({f["path"] for f in said if f["rule"] not in ONLY_OURS}, other)
            if not agree:
                wrong += 1
                if wrong <= 5:
                    print(f"{service} {edition} {event}: {json.dumps(body)[:300]}")
                    print("  ours  ", sorted((f["path"], f["rule"]) for f in said))
                    print("  theirs", sorted(other))
    print(f"{service} {edition}: {bodies} bodies, {wrong} differences")
    return wrong


def ours(folder, edition, event, bodies):
    """The findings of our tool for each body."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as log:
        log.write("".join(json.dumps(body) + "\n" for body in bodies))
    only = ["--event", event] if event else []
    output = json.loads(tool("validate", "--service", folder, "--edition", edition, *only, "--all", "--format", "json",
                             log.name, check=False))
    os.unlink(log.name)
    found = [[] for _ in bodies]
    for finding in output["findings"]:
        found[finding["line"] - 1].append(finding)
    return found


def owners_of(folder):
    """The event of each example, and whether it is a whole body."""
    owners, event = {}, None
    for name in sorted(os.listdir(os.path.join(ROOT, folder))):
        if not name.endswith(".yaml"):
            continue
        section, event = None, None
        for line in open(os.path.join(ROOT, folder, name)):
            if line[:1].isalpha():
                section = line.split(":")[0]
            elif section == "events" and line.startswith("  ") and line[2:3].isalpha():
                event = line.strip().split(":")[0]
            elif "file: " in line and event:
                file = line.split("file: ")[1].split(",")[0].split(" }")[0].strip().strip('"')
                owners[file] = [event, "details"]
                last = file
            if section == "events" and "of: body" in line:
                owners[last][1] = "body"
    return owners


def main():
    wrong = 0
    for inventory in json.loads(tool("inventory", "--format", "json")):
        for edition in inventory["editions"]:
            wrong += judge(inventory["service"], edition)
    sys.exit(1 if wrong else 0)


main()
