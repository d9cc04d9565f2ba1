#!/bin/sh
# In March 2021 the page of Tencent's room callbacks dropped the leave reason 3, and 4, 5, 6 became 3, 4, 5. This replays it
# with a receiver that nobody edits, and fails if anything happens otherwise than told. What is built stays in
# .build-rehearsal for the next run.
#
# bodies.jsonl has the shape of the page of 2021-03-10, which prints no body. The room, the user and the times are those of
# the example that a later page prints; every further callback comes a second later.
set -eu
cd "$(dirname "$0")/../.."
here=Examples/Rehearsal
old=2021-02-03
new=2021-03-10
work=.build-rehearsal
copy=$work/copy/Consumer # As deep as the original, because its manifest names this package by "../../..".
builds=$work/builds
tool=$builds/debug/callbackgen-tool # Built for the plugin.

fail() {
  echo "rehearse.sh: $1" >&2
  exit 1
}

# The receiver's schema becomes the one of the page of a date.
take() {
  rm -rf "$copy/Schemas"
  mkdir "$copy/Schemas"
  cp -R "$here/$1/TencentTRTCRoom" "$copy/Schemas/"
}

# Builds the receiver, warnings as errors. Only a failure is printed.
build() {
  "${SWIFT:-swift}" build --package-path "$copy" --scratch-path "$builds" >"$work/build.log" 2>&1 || {
    cat "$work/build.log" >&2
    fail "the receiver does not build with the schema of $1"
  }
}

# Runs the receiver, and holds its log to the one that is told.
run() {
  "$builds/debug/Receiver" <"$here/bodies.jsonl" >"$work/$1.log" || fail "the receiver with the schema of $1 stopped"
  diff "$here/$1/log.txt" "$work/$1.log" >&2 || fail "the log with the schema of $1 is another ('<' told, '>' found)"
  sed 's/^/  /' "$work/$1.log"
}

# What the tool says of the two states: a change of meaning for each shifted code, and exit code 1.
difference() {
  if "$tool" diff --brief "$here/$old/TencentTRTCRoom" "$here/$new/TencentTRTCRoom" >"$work/diff.txt"; then
    fail "diff finds nothing wrong with the change"
  fi
  [ "$(grep -c 'meaning changed \[code-shifted\]' "$work/diff.txt")" = 3 ] || fail "diff overlooked a shifted code"
  sed '/./s/^/  /' "$work/diff.txt"
}

rm -rf "$work/copy"
mkdir -p "$work/copy"
cp -R "$here/Consumer" "$copy"
rm -rf "$copy/.build"

echo "1. The receiver is built with the schema of $old. It reads what is sent after $new:"
echo
take $old
build $old
run $old
echo
echo "It compiles without a warning, and every callback is read without a finding. Three reasons are wrong."
echo
echo "2. What changed between the two pages:"
echo
difference
echo
echo "3. The same receiver, its code untouched, is built with the schema of $new:"
echo
take $new
build $new
run $new
echo

# The two logs tell what was wrong: reasons, and nothing else.
cmp -s "$copy/Sources/Receiver/main.swift" "$here/Consumer/Sources/Receiver/main.swift" || fail "the receiver was edited"
wrong=$(diff "$work/$old.log" "$work/$new.log" | grep -c '^>' || true)
reasons=$(diff "$work/$old.log" "$work/$new.log" | grep -c '^> .* left, reason [345]: ' || true)
[ "$wrong" = 3 ] && [ "$reasons" = 3 ] || fail "$wrong lines differ and $reasons of them are reasons; 3 of 3 are told"
if grep -E 'finding|unreadable|malformed|unrecognized' "$work/$old.log" "$work/$new.log" >&2; then
  fail "a callback was not read as it should"
fi
echo "Every reason is right. The logs differ in $wrong lines: the reasons 3, 4 and 5."
