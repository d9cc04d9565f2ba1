#!/bin/sh
# The build fails where a schema or a configuration is wrong, and says where, what and how to mend it.
. "$(dirname "$0")/../package.sh"
copy
receiver=$PWD/Sources/Receiver
! spm build || fail "a wrong schema built"
said "$receiver/Schemas/Parcels/service.yaml:14:25: error: no type is called 'strin' [unknown-name]"

sed -i.bak 's/strin,/string,/' "$receiver/Schemas/Parcels/service.yaml"
rm "$receiver/Schemas/Parcels/service.yaml.bak"

# configured JSON: builds with this callbackgen.json, or without one.
configured() {
  rm -f "$receiver/callbackgen.json"
  if [ $# -gt 0 ]; then printf '%s\n' "$1" >"$receiver/callbackgen.json"; fi
  # SwiftPM asks the plugin again only for another manifest, or other names of files.
  touch Package.swift
  spm build
}
config=$receiver/callbackgen.json

configured || fail "no configuration, and it does not build"
configured '{}' || fail "a configuration of defaults does not build"
configured '{ "access": "internal" }' || fail "a configuration without services does not build"

! configured '{ "services": ["Schemas/Parcels"' || fail "half a configuration built"
said "error: $config is not JSON ("
said "): mend it, or delete it for the defaults."
! configured '[]' || fail "a list built"
said "error: $config is not an object: write { \"services\": [\"Schemas/MyService\"] }, or delete it for the defaults."
! configured '{ "services": "Schemas/Parcels" }' || fail "services that are no list built"
said "error: $config: 'services' is not a list of folders: write [\"Schemas/MyService\"], or leave it out for every folder of Schemas."
! configured '{ "services": ["Schemas/Parcel"] }' || fail "a folder that is not there built"
said "error: $config: 'services' names 'Schemas/Parcel', but $receiver/Schemas/Parcel is not there: name folders of services as seen from this file."
! configured '{ "services": ["Schemas"] }' || fail "a folder without YAML built"
said "$receiver/Schemas holds no YAML"
! configured '{ "services": ["Schemas/Parcels", "Schemas/../Schemas/Parcels"] }' || fail "a name built twice"
said "are both called Parcels: rename one of them, or give each a target."
! configured '{ "service": ["Schemas/Parcels"] }' || fail "an unknown key built"
said "$config:1:3: error: a configuration has no key 'service' [unknown-key]"

mv "$receiver/Schemas" "$receiver/Elsewhere"
! configured || fail "a target without schemas built"
said "error: target 'Receiver' has no schemas: put them into $receiver/Schemas/MyService/service.yaml, or name their folders in $config: { \"services\": [\"FOLDER\"] }."
mv "$receiver/Elsewhere" "$receiver/Schemas"

# What SwiftPM does not ask the plugin again for: the tool tells.
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
