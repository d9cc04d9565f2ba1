#!/bin/sh
# Errors in a schema or a configuration fail the build, with position, reason and correction.
. "$(dirname "$0")/../package.sh"
copy
receiver=$PWD/Sources/Receiver
! spm build || fail "a wrong schema built"
said "$receiver/Schemas/Parcels/service.yaml:14:25: error: no type is called 'strin' [unknown-name]"

sed -i.bak 's/strin,/string,/' "$receiver/Schemas/Parcels/service.yaml"
rm "$receiver/Schemas/Parcels/service.yaml.bak"

# configured [JSON]: builds with this callbackgen.json, or without one.
configured() {
  rm -f "$receiver/callbackgen.json"
  if [ $# -gt 0 ]; then printf '%s\n' "$1" >"$receiver/callbackgen.json"; fi
  # SwiftPM runs the plugin again only if the manifest or the names of files changed.
  touch Package.swift
  spm build
}
config=$receiver/callbackgen.json

configured || fail "no configuration, and it does not build"
configured '{}' || fail "a configuration of defaults does not build"
configured '{ "access": "internal" }' || fail "a configuration without services does not build"

# A note, an example and a service that is left out, in a target without 'exclude'.
echo "A note." >"$receiver/Schemas/Notes.md"
mkdir -p "$receiver/Schemas/Letters/Examples"
sed 's/Parcels/Letters/g' "$receiver/Schemas/Parcels/service.yaml" >"$receiver/Schemas/Letters/service.yaml"
echo '{}' >"$receiver/Schemas/Letters/Examples/letter.json"
configured '{ "services": ["Schemas/Parcels"] }' || fail "a service that is left out is an error"
said "warning: $config: 'services' leaves out 'Schemas/Letters': add it, or remove 'services' for every folder of Schemas"
! grep -F "unhandled" "$log" || fail "SwiftPM warns of files in Schemas"
rm -r "$receiver/Schemas/Notes.md" "$receiver/Schemas/Letters"

! configured '{ "services": ["Schemas/Parcels"' || fail "half a configuration built"
said "error: $config is not JSON ("
said "): correct it, or delete it for the defaults."
! configured '[]' || fail "an array built"
said "error: $config is not a JSON object: write { \"services\": [\"Schemas/MyService\"] }, or delete it for the defaults."
! configured '{ "services": "Schemas/Parcels" }' || fail "services that are no array built"
said "error: $config: 'services' is not an array of folders: write [\"Schemas/MyService\"], or remove it for every folder of Schemas."
! configured '{ "services": ["Schemas/Parcel"] }' || fail "a folder that is not there built"
said "error: $config: 'services' names 'Schemas/Parcel', but $receiver/Schemas/Parcel does not exist: name folders of services, relative to this file."
! configured '{ "services": ["Schemas"] }' || fail "a folder without YAML built"
said "$receiver/Schemas contains no YAML file"
! configured '{ "services": ["Schemas/Parcels", "Schemas/../Schemas/Parcels"] }' || fail "a name built twice"
said "have the same name, Parcels: rename one of them, or move it to another target."
! configured '{ "service": ["Schemas/Parcels"] }' || fail "an unknown key built"
said "$config:1:3: error: a configuration has no key 'service' [unknown-key]"

mv "$receiver/Schemas" "$receiver/Elsewhere"
! configured || fail "a target without schemas built"
said "error: target 'Receiver' has no schemas: create $receiver/Schemas/MyService/service.yaml, or name the folders of services in $config: { \"services\": [\"FOLDER\"] }."
mv "$receiver/Elsewhere" "$receiver/Schemas"

# Changes for which SwiftPM does not run the plugin again: the tool reports them.
mkdir "$work/Elsewhere"
cp -R "$receiver/Schemas/Parcels" "$work/Elsewhere/Letters"
sed 's/Parcels/Letters/g' "$receiver/Schemas/Parcels/service.yaml" >"$work/Elsewhere/Letters/service.yaml"
configured '{ "services": ["Schemas/Parcels"] }' || fail "it does not build"
printf '%s\n' '{ "services": ["Schemas/Parcels", "../../../Elsewhere/Letters"] }' >"$config"
! spm build || fail "another service was overlooked"
said "$config: error: the services have changed since SwiftPM planned this build: run 'touch Package.swift' to plan it again."
touch Package.swift
spm build || fail "two services do not build"
said "Generating Swift for Letters"
printf 'callbackgen: 1\nevents: { lost: { doc: A letter was lost. } }\n' >"$work/Elsewhere/Letters/lost.yaml"
! spm build || fail "another file was overlooked"
said "$work/Elsewhere/Letters: error: the schema files have changed since SwiftPM planned this build"
touch Package.swift
spm build || fail "two files do not build"
said "Compiling Receiver Letters_lost.swift"
