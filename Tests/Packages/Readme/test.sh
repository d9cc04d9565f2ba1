#!/bin/sh
# The packages that README.md shows are built and run in empty folders; they print the output that README.md shows.
. "$(dirname "$0")/../package.sh"

# try SECTION LINES: builds and runs the package of a section, whose manifest has at most LINES lines about callbackgen.
try() {
  echo "-- $1"
  folder=$work/$(echo "$1" | tr ' ' '-')
  mkdir "$folder"
  paste_section "$1" "$folder"
  cd "$folder"
  for file in Package.swift Sources/Receiver/main.swift prints; do
    test -s "$file" || fail "'$1' has no $file"
  done
  lines=$(grep -c callbackgen Package.swift)
  [ "$lines" -le "$2" ] || fail "'$1': $lines lines of the manifest are about callbackgen, more than $2"
  grep -qF '.package(path: "../callbackgen")' Package.swift || fail "'$1' depends on something else"
  sed -i.bak "s|path: \"../callbackgen\"|name: \"callbackgen\", path: \"$checkout\"|" Package.swift
  spm build || fail "'$1' does not build"
  ! grep -F "warning:" "$log" || fail "'$1' builds with warnings"
  "$scratch/debug/Receiver" >"$work/printed" || fail "'$1' fails"
  diff -u prints "$work/printed" || fail "'$1' prints something else"
}

try "A first example" 3
try "As a build step" 3
