#!/usr/bin/env bash
# Makes the roles and databases, when PostgreSQL has made its own: two databases whose users cannot see each other's,
# and for the API and the sealer roles that own nothing. By the network nobody comes in without TLS.
set -euo pipefail

secret() { cat "/run/secrets/PORTAL_DESK_$1"; }

psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
    -v api="$(secret DATABASE_PASSWORD)" -v owner="$(secret DATABASE_OWNER_PASSWORD)" \
    -v sealer="$(secret SEALER_DATABASE_PASSWORD)" -v keycloak="$(secret KEYCLOAK_DATABASE_PASSWORD)" <<'SQL'
CREATE ROLE portaldesk_owner LOGIN PASSWORD :'owner';
CREATE ROLE portaldesk_api LOGIN PASSWORD :'api';
CREATE ROLE portaldesk_sealer LOGIN PASSWORD :'sealer';
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak';
CREATE DATABASE portaldesk OWNER portaldesk_owner;
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE portaldesk, keycloak FROM PUBLIC;
GRANT CONNECT ON DATABASE portaldesk TO portaldesk_owner, portaldesk_api, portaldesk_sealer;
GRANT CONNECT ON DATABASE keycloak TO keycloak;
SQL

sed -i -E 's/^host( +all +all +all )/hostssl\1/' "$PGDATA/pg_hba.conf"
