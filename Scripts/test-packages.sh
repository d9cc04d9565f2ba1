#!/bin/sh
# Builds and tests the packages under Tests/Packages: what can only break at package level. A package with a script of its
# own is tested by it. Names select packages; without one it is all of them. They share one scratch folder, so the tool is
# compiled once.
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- $(cd Tests/Packages && ls -d */)
for name; do
  package=Tests/Packages/${name%/}
  echo "== $package"
  start=$(date +%s)
  if [ -x "$package/test.sh" ]; then
    "$package/test.sh"
  else
    swift test --package-path "$package" --scratch-path .build-packages
  fi
  echo "== $package: $(($(date +%s) - start)) s"
done
