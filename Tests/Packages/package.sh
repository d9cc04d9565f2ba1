# Functions of the packages' scripts, which source it with `. "$(dirname "$0")/../package.sh"`.
set -eu
package=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$package/../../.." && pwd)
scratch=$checkout/.build-packages
# The work folder of the script, empty at the start of each run and kept after a failure.
work=$scratch/work/$(basename "$package")
log=$work/log
rm -rf "$work"
mkdir -p "$work"

# copy: copies the package without its script to the work folder; its manifest depends on this checkout by path.
copy() {
  cp -R "$package" "$work/package"
  rm -rf "$work/package/test.sh" "$work/package/.build"
  sed -i.bak "s|path: \"../../..\"|path: \"$checkout\"|" "$work/package/Package.swift"
  rm "$work/package/Package.swift.bak"
  cd "$work/package"
}

# spm SUBCOMMAND ...: runs SwiftPM with the scratch folder of all packages; its output goes to the log.
spm() {
  subcommand=$1
  shift
  swift "$subcommand" --scratch-path "$scratch" "$@" >"$log" 2>&1
}

# fail MESSAGE: prints the log and the message, and exits.
fail() {
  if [ -f "$log" ]; then cat "$log" >&2; fi
  echo "$package/test.sh: $*" >&2
  exit 1
}

# await_server URL: waits until the process `$server` answers at the URL; fails if it does not within ten seconds.
await_server() {
  waited=0
  until curl -s -o /dev/null "$1"; do
    kill -0 "$server" 2>/dev/null && [ "$waited" -lt 50 ] || fail "the server does not answer"
    waited=$((waited + 1))
    sleep 0.2
  done
}

# said TEXT: fails if the log does not contain the text.
said() { grep -qF -- "$1" "$log" || fail "not in the log: $1"; }

# paste_section SECTION FOLDER [DOCUMENT]: writes each block of a section of the document, by default README.md, that follows a
# comment `<!-- paste: PATH -->` to that path.
paste_section() {
  awk -v section="## $1" -v folder="$2" '
    /^## / { inside = ($0 == section) }
    inside && /^<!-- paste: .* -->$/ { path = $3; next }
    path != "" && /^```/ {
      if (writing) { close(out); writing = 0; path = "" } else {
        out = folder "/" path
        parent = out
        sub("/[^/]*$", "", parent)
        system("mkdir -p " parent)
        printf "" >out
        writing = 1
      }
      next
    }
    writing { print >out }
  ' "$checkout/${3:-README.md}"
}
