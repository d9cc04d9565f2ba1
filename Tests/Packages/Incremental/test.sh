#!/bin/sh
# What a build runs again, as SwiftPM itself reports it: the tool when a schema or the configuration was touched, the
# compiler only when the Swift is another.
. "$(dirname "$0")/../package.sh"
copy
schema=Sources/Receiver/Schemas/Parcels/service.yaml
config=Sources/Receiver/callbackgen.json

ran_tool() { grep -qF "Generating Swift for" "$log"; }
compiled() { grep -E "Compiling|Emitting module" "$log" | grep -qvF "Compiling plugin"; }

# holds WHAT TOOL COMPILER: one build, after which each of the two has run or has not: yes or no.
holds() {
  spm build || fail "$1: the build fails"
  if ran_tool; then tool=yes; else tool=no; fi
  if compiled; then compiler=yes; else compiler=no; fi
  [ "$tool $compiler" = "$2 $3" ] || fail "$1: tool $tool, compiler $compiler; expected $2, $3"
}

spm build || fail "it does not build"
# SwiftPM builds a plugin's tool by two databases, which agree only after some builds; until then it links the tool again
# and runs it. That compiles nothing.
for attempt in 1 2 3 4 5 6; do
  spm build || fail "it does not build again"
  ! compiled || fail "nothing was touched, and something was compiled"
  ran_tool || break
done
holds "nothing touched" no no

echo "# A comment." >>"$schema"
holds "a comment in the schema" yes no
touch "$schema"
holds "the schema touched" yes no
holds "nothing touched after that" no no

echo "      weight: { type: int, doc: In grams. }" >"$work/field"
sed -i.bak "/parcelId/r $work/field" "$schema"
rm "$schema.bak"
holds "a new field" yes yes
holds "nothing touched after a new field" no no

echo '{ "services": ["Schemas/Parcels"], "header": ["Ours."] }' >"$config"
holds "another configuration" yes yes
touch "$config"
holds "the configuration touched" yes no
holds "nothing touched in the end" no no
