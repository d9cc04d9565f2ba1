#!/bin/sh
# In March 2021 Tencent's page on room callbacks dropped leave reason 3, and 4, 5 and 6 became 3, 4 and 5. This replays the
# change with a receiver whose code stays the same, and fails if an output is not the expected one. The builds stay in
# .build-rehearsal for the next run.
#
# bodies.jsonl follows the page of 2021-03-10, which prints no example body. Room, user and times are those of the example on a
# later page; each further callback is one second later.
set -eu
cd "$(dirname "$0")/../.."
# A package that depends on this one has no optimized tests.
unset CALLBACKGEN_OPTIMIZED_TESTS
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

# take DATE: replaces the receiver's schema by that of the page of a date.
take() {
  rm -rf "$copy/Schemas"
  mkdir "$copy/Schemas"
  cp -R "$here/$1/TencentTRTCRoom" "$copy/Schemas/"
}

# build DATE: builds the receiver with warnings as errors; prints the log only after a failure.
build() {
  "${SWIFT:-swift}" build --package-path "$copy" --scratch-path "$builds" >"$work/build.log" 2>&1 || {
    cat "$work/build.log" >&2
    fail "the receiver does not build with the schema of $1"
  }
}

# run DATE: runs the receiver and compares its log with the expected one.
run() {
  "$builds/debug/Receiver" <"$here/bodies.jsonl" >"$work/$1.log" || fail "the receiver with the schema of $1 failed"
  diff "$here/$1/log.txt" "$work/$1.log" >&2 || fail "the log with the schema of $1 differs ('<' expected, '>' actual)"
  sed 's/^/  /' "$work/$1.log"
}

# Prints the review of the two states: a change of meaning for each shifted code, and exit code 1.
difference() {
  if "$tool" diff --brief "$here/$old/TencentTRTCRoom" "$here/$new/TencentTRTCRoom" >"$work/diff.txt"; then
    fail "diff reports no breaking change"
  fi
  [ "$(grep -c 'meaning changed.* \[code-shifted\]$' "$work/diff.txt")" = 3 ] || fail "diff does not report every shifted code"
  sed '/./s/^/  /' "$work/diff.txt"
}

rm -rf "$work/copy"
mkdir -p "$work/copy"
cp -R "$here/Consumer" "$copy"
rm -rf "$copy/.build"

echo "1. A receiver built with the schema of $old logs callbacks sent after $new:"
echo
take $old
build $old
run $old
echo
echo "It compiles without a warning and decodes every callback without a finding. Three of the logged reasons are wrong."
echo
echo "2. The review of the change between the two pages, by callbackgen diff:"
echo
difference
echo
echo "3. The same receiver, with the same code, built with the schema of $new:"
echo
take $new
build $new
run $new
echo

# The two logs differ in reasons only.
cmp -s "$copy/Sources/Receiver/main.swift" "$here/Consumer/Sources/Receiver/main.swift" || fail "the receiver was edited"
wrong=$(diff "$work/$old.log" "$work/$new.log" | grep -c '^>' || true)
reasons=$(diff "$work/$old.log" "$work/$new.log" | grep -c '^> .* left, reason [345]: ' || true)
[ "$wrong" = 3 ] && [ "$reasons" = 3 ] || fail "$wrong lines differ and $reasons of them are reasons; expected 3 of 3"
if grep -E 'finding|unreadable|malformed|unrecognized' "$work/$old.log" "$work/$new.log" >&2; then
  fail "a callback has a finding or failed to decode"
fi
echo "Every reason is correct. The logs differ in $wrong lines: the reasons 3, 4 and 5."
