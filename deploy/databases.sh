#!/usr/bin/env bash
# Makes the roles and databases, when PostgreSQL has made its own: two databases whose users cannot see each other's,
# and for the API a role that owns nothing.
set -euo pipefail

secret() { cat "/run/secrets/PORTAL_DESK_$1"; }

psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
    -v api="$(secret DATABASE_PASSWORD)" -v owner="$(secret DATABASE_OWNER_PASSWORD)" \
    -v keycloak="$(secret KEYCLOAK_DATABASE_PASSWORD)" <<'SQL'
CREATE ROLE portaldesk_owner LOGIN PASSWORD :'owner';
CREATE ROLE portaldesk_api LOGIN PASSWORD :'api';
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak';
CREATE DATABASE portaldesk OWNER portaldesk_owner;
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE portaldesk, keycloak FROM PUBLIC;
GRANT CONNECT ON DATABASE portaldesk TO portaldesk_owner, portaldesk_api;
GRANT CONNECT ON DATABASE keycloak TO keycloak;
SQL
