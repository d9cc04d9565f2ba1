#!/bin/sh
# Makes pages of reviews with `callbackgen diff --format html`, and takes pictures of them in Chromium, wide and narrow,
# light and dark, for somebody to look at. Fails if a page has a console error, or is wider than a window of 400 pixels.
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

# Chromium without a window of its own, and with nothing to say but what pages say.
run() {
  "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-extensions \
    --allow-file-access-from-files --user-data-dir="$profile" --enable-logging=stderr --log-level=0 \
    --virtual-time-budget=3000 "$@"
}

# A window of Chromium is at least 500 pixels wide, so a narrow page is shown in a frame.
frame() {
  cat >"$folder/$1-frame.html" <<HTML
<!DOCTYPE html><meta charset="utf-8"/><style>body { margin: 0 } iframe { border: 0; width: 400px; height: 2400px }</style>
<iframe src="$1.html"></iframe>
<script>
onload = function () {
  var page = frames[0].document.documentElement, wide = [];
  frames[0].document.querySelectorAll('details').forEach(function (details) { details.open = true; });
  frames[0].document.querySelectorAll('body *').forEach(function (element) {
    if (!element.matches('.hidden, .skip') && element.getBoundingClientRect().right > 400.5)
      wide.push(element.tagName + '.' + element.className);
  });
  document.title = 'width ' + page.scrollWidth + ' ' + wide.slice(0, 5).join(' ');
  frames[0].location.reload();
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
  run --window-size=500,2400 --dump-dom "$framed" 2>"$profile/log" >"$profile/dom"
  width=$(sed -n 's/.*<title>width \(.*\)<\/title>.*/\1/p' "$profile/dom")
  case $width in
    '400 ') echo "$name: fits 400 pixels" ;;
    *)
      echo "$name: too wide: $width" >&2
      failed=1
      ;;
  esac
  run --print-to-pdf="$folder/$name.pdf" --no-pdf-header-footer "$page" 2>"$profile/log"
}

look rehearsal Examples/Rehearsal/2021-02-03/TencentTRTCRoom Examples/Rehearsal/2021-03-10/TencentTRTCRoom
look agora Schemas/AgoraCloudRecording@zh Schemas/AgoraCloudRecording@en
look same Schemas/TencentTRTCRecording Schemas/TencentTRTCRecording
echo "The pictures are in $folder."
exit $failed
