#!/usr/bin/env bash
# Does what the official image's entry point does, as far as compose and Testcontainers rely on it.
set -euo pipefail

# The value of NAME, or what the file holds that NAME_FILE names.
given() {
    local file="$1_FILE"
    if [[ -n "${!file:-}" ]]; then cat "${!file}"; else echo "${!1:-}"; fi
}

user="$(given POSTGRES_USER)"
user="${user:-postgres}"
database="$(given POSTGRES_DB)"
database="${database:-$user}"
export POSTGRES_USER="$user" POSTGRES_DB="$database"

initialize() {
    local password words
    password="$(given POSTGRES_PASSWORD)"
    if [[ -z "$password" ]]; then
        echo "Error: Database is uninitialized and superuser password is not specified." >&2
        exit 1
    fi
    read -ra words <<<"${POSTGRES_INITDB_ARGS:-}"
    # Reachable from other containers, and the socket where clients look for it.
    initdb --username="$user" --pwfile=<(echo "$password") --auth-local=trust --auth-host=scram-sha-256 \
        -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql "${words[@]}"
    echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
    pg_ctl -w start -o "-c listen_addresses=''"
    if [[ "$database" != postgres ]]; then
        psql -v ON_ERROR_STOP=1 --username "$user" --dbname postgres -c "CREATE DATABASE \"$database\""
    fi
    run_scripts
    pg_ctl -w -m fast stop
    echo 'PostgreSQL init process complete; ready for start up.'
}

run_scripts() {
    local script
    for script in /docker-entrypoint-initdb.d/*; do
        case "$script" in
            *.sh) if [[ -x "$script" ]]; then "$script"; else . "$script"; fi ;;
            *.sql) psql -v ON_ERROR_STOP=1 --no-password --username "$user" --dbname "$database" -f "$script" ;;
        esac
    done
}

if [[ "${1:-}" == -* ]]; then
    set -- postgres "$@"
fi
if [[ "${1:-}" == postgres ]]; then
    mkdir -p "$PGDATA"
    if [[ "$(id -u)" == 0 ]]; then
        chown -R postgres:postgres "$PGDATA"
        exec setpriv --reuid postgres --regid postgres --init-groups "${BASH_SOURCE[0]}" "$@"
    fi
    chmod 700 "$PGDATA"
    [[ -s "$PGDATA/PG_VERSION" ]] || initialize
fi
exec "$@"
