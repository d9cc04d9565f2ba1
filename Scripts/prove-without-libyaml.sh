#!/bin/sh
# Builds and runs a package with the generated modules on Debian 12 without libyaml: in a chroot that debootstrap creates,
# with the installed Swift toolchain mounted. Requires root, debootstrap and a Debian mirror (MIRROR, or the default).
set -eu
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "error: a chroot needs root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "error: install debootstrap" >&2; exit 1; }
swift=$(readlink -f "$(command -v swift)")
toolchain=$(dirname "$(dirname "$(dirname "$swift")")")
root=$(mktemp -d)
mounts=
tidy() {
  for mount in $mounts; do umount "$mount"; done
  # One file system only, so that mounted folders are not deleted.
  rm -rf --one-file-system "$root"
}
trap tidy EXIT

# The dependencies that swift.org lists for Debian 12, without optional ones; libyaml is not one of them.
packages=binutils,ca-certificates,gcc,git,libc6-dev,libcurl4-openssl-dev,libedit2,libgcc-12-dev,libncurses6,libpython3.11,libsqlite3-0,libstdc++-12-dev,libxml2-dev,libz3-dev,pkg-config,tzdata,zlib1g-dev
debootstrap --variant=minbase --include="$packages" bookworm "$root" ${MIRROR:-} >"$root.log" 2>&1 || { cat "$root.log"; exit 1; }
rm -f "$root.log"
mount_into() {
  mkdir -p "$root/$2"
  mount --bind "$1" "$root/$2"
  mounts="$root/$2 $mounts"
}
mount_into "$toolchain" toolchain
mount_into /proc proc
mount_into /dev dev

# The files in git, as a consumer receives them.
mkdir -p "$root/work/callbackgen" "$root/work/consumer"
git ls-files -z | tar --null -T - -cf - | tar -xf - -C "$root/work/callbackgen"
cp -R Tests/Packages/ModulesOnly/. "$root/work/consumer"
sed -i 's|path: "../../.."|path: "../callbackgen"|' "$root/work/consumer/Package.swift"

chroot "$root" env -i HOME=/root PATH=/toolchain/usr/bin:/usr/bin:/bin sh -eu <<'INSIDE'
# The check requires that libyaml is absent.
if [ -e /usr/include/yaml.h ] || ls /usr/lib/*/libyaml* >/dev/null 2>&1; then echo "error: libyaml is here" >&2; exit 1; fi
cd /work/consumer
swift build
test "$(.build/debug/Receiver)" = 302
if ldd .build/debug/Receiver | grep yaml; then echo "error: it links libyaml" >&2; exit 1; fi
INSIDE
echo "proved: the generated modules build and run without libyaml"
