# What the scripts of the packages share; each sources it with `. "$(dirname "$0")/../package.sh"`.
set -eu
package=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$package/../../.." && pwd)
scratch=$checkout/.build-packages
# A folder of the script's own, made anew for each run. It stays for a look after a failure.
work=$scratch/work/$(basename "$package")
log=$work/log
rm -rf "$work"
mkdir -p "$work"

# copy: the package without its script, where it may be changed; its manifest names this checkout by its path.
copy() {
  cp -R "$package" "$work/package"
  rm -rf "$work/package/test.sh" "$work/package/.build"
  sed -i.bak "s|path: \"../../..\"|path: \"$checkout\"|" "$work/package/Package.swift"
  rm "$work/package/Package.swift.bak"
  cd "$work/package"
}

# spm SUBCOMMAND ...: SwiftPM with the scratch folder of all packages; what it says goes to the log.
spm() {
  subcommand=$1
  shift
  swift "$subcommand" --scratch-path "$scratch" "$@" >"$log" 2>&1
}

# fail MESSAGE: says what is wrong, with the log.
fail() {
  if [ -f "$log" ]; then cat "$log" >&2; fi
  echo "$package/test.sh: $*" >&2
  exit 1
}

# said TEXT: holds that the log has the text.
said() { grep -qF -- "$1" "$log" || fail "not said: $1"; }
