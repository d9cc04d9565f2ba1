#!/bin/sh
# Records what the tool prints in the documents: docs/coverage.md, the table of services in README.md, that of deliveries in
# docs/receiving.md, and every block between `<!-- output: ARGUMENTS -->` and `<!-- end of output -->` of README.md and
# docs/review.md.
# Usage: record-docs.sh TOOL
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" docs coverage >docs/coverage.md
for page in README.md docs/receiving.md docs/review.md; do
  awk -v tool="$1" '
    function record(arguments, fence, command, line) {
      command = "\"" tool "\" " arguments " 2>/dev/null"
      print $0 "\n" (fence ? "\n" fence : "")
      while ((command | getline line) > 0) print line
      close(command)
      print (fence ? fence "\n" : "")
      skip = 1
    }
    /^<!-- services -->$/ { record("docs services", ""); next }
    /^<!-- deliveries -->$/ { record("docs deliveries", ""); next }
    /^<!-- output: .* -->$/ { record(substr($0, 14, length($0) - 17), "```"); next }
    /^<!-- end of (services|deliveries|output) -->$/ { skip = 0 }
    !skip { print }
  ' "$page" >"$work/page"
  cmp -s "$work/page" "$page" || cp "$work/page" "$page"
done
