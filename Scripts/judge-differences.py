#!/usr/bin/env python3
"""Checks the differences between our decoder and Foundation's that long test runs record, with Python's json module.

    Scripts/judge-differences.py FILE

A line of the file is a kind and a body in hexadecimal digits. A body of the kind `not-json` must be invalid for Python
too. A body of the kind `number` must contain a number that neither a double nor a 64-bit integer represents exactly.
"""
import decimal
import json
import sys


def reject(word):
    raise ValueError(word)


def strict(body):
    return json.loads(body.decode("utf-8", "strict"), parse_constant=reject, parse_float=decimal.Decimal)


def numbers(value):
    if isinstance(value, dict):
        for item in value.values():
            yield from numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, str) and value[:1] == "{":
        try:
            yield from numbers(json.loads(value, parse_float=decimal.Decimal))
        except ValueError:
            pass
    elif isinstance(value, (int, decimal.Decimal)) and not isinstance(value, bool):
        yield value


def is_wide(number):
    if isinstance(number, int):
        return not -2**63 <= number < 2**64 or int(float(number)) != number
    try:
        return decimal.Decimal(float(number)) != number
    except (OverflowError, decimal.InvalidOperation):
        return True


def main():
    counts, wrong = {}, 0
    for line in open(sys.argv[1]):
        kind, digits = line.split()
        body = bytes.fromhex(digits)
        counts[kind] = counts.get(kind, 0) + 1
        try:
            value = strict(body)
            fine = kind == "number" and any(is_wide(n) for n in numbers(value))
        except (ValueError, RecursionError, decimal.InvalidOperation):
            fine = kind == "not-json"
        if not fine:
            wrong += 1
            if wrong <= 10:
                print(f"{kind}: {body!r}")
    for kind, count in sorted(counts.items()):
        print(f"{count:8} {kind}")
    print(f"{wrong} not explained")
    sys.exit(1 if wrong else 0)


main()
