#!/bin/sh
# Incremental builds, by SwiftPM's own output: the tool runs if a schema or the configuration was touched, the compiler only
# if the generated Swift differs.
. "$(dirname "$0")/../package.sh"
copy
schema=Sources/Receiver/Schemas/Parcels/service.yaml
config=Sources/Receiver/callbackgen.json

ran_tool() { grep -qF "Generating Swift for" "$log"; }
compiled() { grep -E "Compiling|Emitting module" "$log" | grep -qvF "Compiling plugin"; }

# holds WHAT TOOL COMPILER: builds once, and checks whether each of the two ran: yes or no.
holds() {
  spm build || fail "$1: the build fails"
  if ran_tool; then tool=yes; else tool=no; fi
  if compiled; then compiler=yes; else compiler=no; fi
  [ "$tool $compiler" = "$2 $3" ] || fail "$1: tool $tool, compiler $compiler; expected $2, $3"
}

spm build || fail "it does not build"
# SwiftPM records a plugin's tool in two databases, which agree only after some builds. Until then it links and runs the tool
# again, without compiling anything.
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
