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
