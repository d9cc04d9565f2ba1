#!/bin/sh
# The build fails, and says where the schema is wrong, as a compiler would.
. "$(dirname "$0")/../package.sh"
copy
! spm build || fail "a wrong schema built"
said "$PWD/Sources/Receiver/Schemas/Parcels/service.yaml:14:25: error: no type is called 'strin' [unknown-name]"
