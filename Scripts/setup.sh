#!/bin/sh
# Installs what generating needs and the machine lacks: libyaml's header. Prints every command it runs.
set -eu

probe() { printf '#include <yaml.h>\n' | "${CC:-cc}" -E - >/dev/null 2>&1 || printf '#include <yaml.h>\n' | clang -E - >/dev/null 2>&1; }

probe && exit 0

run() { echo "+ $*"; "$@"; }
as_root() { if [ "$(id -u)" = 0 ]; then run "$@"; else run sudo "$@"; fi; }

if command -v apt-get >/dev/null 2>&1; then
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libyaml-dev
elif command -v brew >/dev/null 2>&1; then
  run brew install libyaml
else
  echo "error: libyaml's header yaml.h is missing, and neither apt-get nor brew is here to install it." >&2
  echo "Install the development package of libyaml with your system's package manager." >&2
  exit 1
fi

probe || { echo "error: libyaml was installed, but its header yaml.h is still not found." >&2; exit 1; }
