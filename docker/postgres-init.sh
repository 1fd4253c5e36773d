#!/usr/bin/env bash
# Runs once, when the volume is empty: a database and three roles for each service, and one database for Keycloak.
set -euo pipefail
for service in patient coding billing gateway; do
  upper=${service^^}
  owner="SUPERBILL_${upper}_OWNER_PASSWORD" application="SUPERBILL_${upper}_SERVICE_PASSWORD" relay="SUPERBILL_${upper}_RELAY_PASSWORD"
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v database="$service" -v owner="${service}_owner" -v service="${service}_service" -v relay="${service}_relay" \
    -v owner_password="${!owner}" -v service_password="${!application}" -v relay_password="${!relay}" \
    -f /superbill/databases.sql
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -v password="$SUPERBILL_KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
