#!/bin/sh
# Builds the documentation of the generator, the runtime and the generated modules into .build-docs. Fails on warnings.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
docc=$(command -v docc || xcrun --find docc 2>/dev/null) || { echo "error: docc is not on the PATH; the Swift toolchain contains it" >&2; exit 1; }
out=.build-docs
rm -rf "$out"
mkdir -p "$out"

# Runs a command; prints its output only if it fails.
quietly() { log=$("$@" 2>&1) || { echo "$log" >&2; exit 1; }; }

# The symbols are extracted from the modules of the debug build.
for schema in Schemas/*/; do
  quietly "$swift" build --target "$(basename "$schema")"
done
modules=$("$swift" build --show-bin-path)/Modules
triple=$("$swift" -print-target-info | sed -n 's/.*"triple": "\(.*\)",/\1/p' | head -1)
symbols() {
  module=$1
  shift
  mkdir -p "$out/symbols/$module"
  "$swift" symbolgraph-extract -module-name "$module" -I "$modules" -target "$triple" \
    ${SDKROOT:+-sdk "$SDKROOT"} -minimum-access-level public "$@" -output-dir "$out/symbols/$module"
}
if [ -z "${SDKROOT:-}" ] && [ "$(uname)" = Darwin ]; then SDKROOT=$(xcrun --show-sdk-path); fi

# Builds the pages of a module. Usage: convert NAME CATALOG [OPTION]...
convert() {
  name=$1
  catalog=$2
  shift 2
  quietly "$docc" convert "$catalog" --fallback-display-name "$name" --fallback-bundle-identifier "$name" \
    --warnings-as-errors --enable-experimental-external-link-support "$@" \
    --output-path "$out/archives/$name.doccarchive"
}

# Writes the landing page of a generated module, and the order of its types.
catalog() {
  service=$1
  folder=$out/catalogs/$service.docc
  code=Generated/$service/${service}_service.swift
  title=$(sed -n 's/^  title: *//p' "Schemas/$service/service.yaml" | head -1)
  space=$(sed -n 's/^public enum \([A-Za-z0-9_]*\) {$/\1/p' "$code" | head -1)
  mkdir -p "$folder"
  cat >"$folder/$service.md" <<EOF
# \`\`$service\`\`

The callbacks of $title, as Swift types.

## Overview

All types are in \`\`$space\`\`. A body is read by \`$space.Callback(json: body)\`, or by any decoder: the types are
\`Codable\`. What happened is the \`\`$space/Callback/event\`\`, an \`\`$space/Event\`\`.

What the types have in common, to read, to write and to validate, is in <doc:/CallbackRuntime/CallbackObject>.

## Topics

- \`\`$space\`\`
EOF
  {
    printf '# ``%s/%s``\n\n## Topics\n\n### A callback\n\n- ``Callback``\n- ``Event``\n\n### Events\n\n' "$service" "$space"
    awk '/^  public enum Event: / { inside = 1 }
      /^    case unrecognized\(/ { inside = 0 }
      inside && /^    case [^(]*\(/ { sub(/^[^(]*\(/, ""); sub(/\)$/, ""); if (!seen[$0]++) print "- ``" $0 "``" }' "$code"
  } >"$folder/Namespace.md"
}

mkdir -p "$out/archives"
symbols CallbackRuntime
convert CallbackRuntime Sources/CallbackRuntime/CallbackRuntime.docc \
  --additional-symbol-graph-dir "$out/symbols/CallbackRuntime"
set -- --dependency "$out/archives/CallbackRuntime.doccarchive"
for schema in Schemas/*/; do
  service=$(basename "$schema")
  # Members of a protocol extension are on the page of the protocol.
  symbols "$service" -skip-synthesized-members
  catalog "$service"
  convert "$service" "$out/catalogs/$service.docc" --additional-symbol-graph-dir "$out/symbols/$service" \
    --dependency "$out/archives/CallbackRuntime.doccarchive"
  set -- "$@" --dependency "$out/archives/$service.doccarchive"
done
convert callbackgen Sources/callbackgen/callbackgen.docc "$@"
quietly "$docc" merge "$out"/archives/*.doccarchive --synthesized-landing-page-name callbackgen \
  --output-path "$out/callbackgen.doccarchive"
rm -rf "$out/archives" "$out/symbols" "$out/catalogs"
echo "$out/callbackgen.doccarchive"
echo "To view it, run: python3 -m http.server --directory $out/callbackgen.doccarchive, and open /documentation on that server."
