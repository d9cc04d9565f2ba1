#!/bin/sh
# Writes HTML reviews with `callbackgen diff --format html` and takes screenshots of them in Chromium: wide and narrow,
# light and dark. Fails if a page has a console error, overflows a window of 400 pixels, or has filters without effect.
# Usage: look-at-review.sh TOOL FOLDER
set -eu
tool=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
cd "$(dirname "$0")/.."
browser=$(command -v chromium || command -v google-chrome || command -v chrome) || {
  echo "look-at-review.sh: no Chromium; apt-get install chromium" >&2
  exit 1
}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
failed=0

# Runs Chromium headless, with the console of the page as its only output.
run() {
  "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-extensions \
    --allow-file-access-from-files --user-data-dir="$profile" --enable-logging=stderr --log-level=0 \
    --virtual-time-budget=3000 "$@"
}

# The minimum width of a Chromium window is 500 pixels, so a narrow page is shown in a frame.
frame() {
  cat >"$folder/$1-frame.html" <<HTML
<!DOCTYPE html><meta charset="utf-8"/><style>body { margin: 0 } iframe { border: 0; width: 400px; height: 2400px }</style>
<iframe src="$1.html"></iframe>
<script>
onload = function () {
  if (!location.search) return;
  var page = frames[0].document.documentElement, wrong = [];
  frames[0].document.querySelectorAll('details').forEach(function (details) { details.open = true; });
  frames[0].document.querySelectorAll('body *').forEach(function (element) {
    if (!element.matches('.hidden, .skip') && element.getBoundingClientRect().right > 400.5)
      wrong.push(element.tagName + '.' + element.className);
  });
  var boxes = frames[0].document.querySelectorAll('fieldset input');
  boxes.forEach(function (box) { box.click(); });
  frames[0].document.querySelectorAll('.change').forEach(function (change) {
    if (change.getClientRects().length) wrong.push('shown without a filter: ' + change.id);
  });
  if (boxes[0]) boxes[0].click();
  if (boxes[0] && !frames[0].document.querySelector('.change').getClientRects().length) wrong.push('filtered wrongly');
  document.title = 'width ' + page.scrollWidth + ' ' + wrong.slice(0, 5).join(' ');
};
</script>
HTML
}

look() {
  name=$1
  shift
  "$tool" diff --format html --fail-on never --output "$folder/$name.html" "$@"
  frame "$name"
  page="file://$folder/$name.html"
  framed="file://$folder/$name-frame.html"
  for scheme in light dark; do
    [ $scheme = dark ] && preferred=0 || preferred=1
    for size in wide narrow; do
      [ $size = wide ] && window=1400,2400 && shown=$page || { window=500,2400 && shown=$framed; }
      run --blink-settings=preferredColorScheme=$preferred --window-size=$window \
        --screenshot="$folder/$name-$size-$scheme.png" "$shown" 2>"$profile/log"
      if grep 'CONSOLE' "$profile/log"; then failed=1; fi
    done
  done
  run --window-size=500,2400 --dump-dom "$framed?measure" 2>"$profile/log" >"$profile/dom"
  width=$(sed -n 's/.*<title>width \(.*\)<\/title>.*/\1/p' "$profile/dom")
  case $width in
    '400 ') echo "$name: fits 400 pixels, and its filters work" ;;
    *)
      echo "$name: not as it should be: width $width" >&2
      failed=1
      ;;
  esac
}

printed() {
  run --print-to-pdf="$folder/$1.pdf" --no-pdf-header-footer "file://$folder/$1.html" 2>"$profile/log"
}

# Two states of a long service, whose texts contain markup.
state() {
  mkdir -p "$folder/$1/Hostile"
  awk -v shift="$2" 'BEGIN {
    print "callbackgen: 1"
    print "service:"
    print "  name: Hostile"
    print "  namespace: Hostile"
    print "  title: \"<script>console.error(1)</script> & \\\"quotes\\\" \\u0634\\u0643\\u0631\\u0627 " shift "\""
    print "  editions: { page: { title: The page } }"
    print "  event: { by: kind, in: data }"
    print "  envelope: { kind: string, data: object }"
    print "events:"
    for (event = 0; event < 60; event++) {
      print "  event" event ":"
      print "    doc: \"<img src=x onerror=console.error(2)> " shift "\""
      print "    fields:"
      print "      \"\\u05E9\\u05DD\\u0634\\u0643\\u0631\\u0627" event "\": { type: " (shift ? "string" : "int") ", name: rightToLeft }"
      print "      veryLongWordWithoutAnyPlaceToBreakItVeryLongWordWithoutAnyPlaceToBreakItVeryLongWord" shift ": { type: Codes, name: long" shift " }"
      print "      \"<b>&\\u0022 \\u0027</b>\": { type: string, optional: " (shift ? "true" : "false") ", name: hostile }"
    }
    print "tables:"
    print "  Codes:"
    print "    raw: int"
    print "    values:"
    for (code = 0; code < 300; code++) print "      " code + shift ": code" code
  }' >"$folder/$1/Hostile/service.yaml"
}

look rehearsal Examples/Rehearsal/2021-02-03/TencentTRTCRoom Examples/Rehearsal/2021-03-10/TencentTRTCRoom
look agora Schemas/AgoraCloudRecording@zh Schemas/AgoraCloudRecording@en
look same Schemas/TencentTRTCRecording Schemas/TencentTRTCRecording
printed agora
state old 0
state new 1
look hostile "$folder/old/Hostile" "$folder/new/Hostile"
echo "The pictures are in $folder."
exit $failed
