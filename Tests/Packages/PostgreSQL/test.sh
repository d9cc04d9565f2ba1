#!/bin/sh
# The store is tested with a PostgreSQL server of its own, in a temporary folder and on a Unix socket alone.
. "$(dirname "$0")/../package.sh"

"$checkout/Scripts/setup.sh" postgresql >"$log" 2>&1 || fail "PostgreSQL cannot be installed"

# initdb and pg_ctl: Debian and Ubuntu keep them outside of PATH.
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$binaries" ] || binaries=$(dirname "$(command -v initdb || echo ./initdb)")
if [ ! -x "$binaries/initdb" ]; then
  [ "$(uname)" = Linux ] && fail "PostgreSQL's server is missing: install the package postgresql"
  echo "$package/test.sh: skipped, because PostgreSQL is not installed"
  exit 0
fi

# In /tmp, because the path of a socket has a limit of about a hundred bytes, and because the server's user can enter it.
server=$(mktemp -d /tmp/callbackgen-postgresql.XXXXXX)
control=$server/control
trap '"$control" stop -m immediate >/dev/null 2>&1 || true; rm -rf "$server"' EXIT
trap 'exit 1' INT TERM HUP

# The server refuses to run as root.
if [ "$(id -u)" = 0 ]; then as_user="runuser -u postgres --"; else as_user=; fi
# Foundation takes a process for running as long as a child of it, such as the server, has its files open.
cat >"$control" <<CONTROL
#!/bin/sh
cd "$server"
exec python3 -c 'import os, sys; os.closerange(3, 1024); os.execvp(sys.argv[1], sys.argv[1:])' \\
  $as_user "$binaries/pg_ctl" -D "$server/data" -l "$server/log" -w -t 60 \\
  -o "-c listen_addresses='' -c unix_socket_directories='$server' -c fsync=off" "\$@"
CONTROL
chmod +x "$control"
if [ "$(id -u)" = 0 ]; then chown postgres "$server"; fi
(cd "$server" && $as_user "$binaries/initdb" -D "$server/data" -U postgres -E UTF8 --locale=C --auth=trust) >"$log" 2>&1 ||
  fail "the database cannot be created"
"$control" start >"$log" 2>&1 || fail "the server does not start"

export POSTGRESQL_FOLDER="$server"
spm test --package-path "$package" || fail "the tests fail"
