#!/usr/bin/env bash
# Runs Azurite's table service on a port of the loopback address, in memory, until it is ended. Installed into artifacts/ where it is missing.
#   eng/azurite.sh PORT
set -euo pipefail
cd "$(dirname "$0")/.."
version=3.37.0
folder=artifacts/azurite-$version
[ -x "$folder/node_modules/.bin/azurite-table" ] || npm install --prefix "$folder" --no-audit --no-fund --silent "azurite@$version" >&2
exec "$folder/node_modules/.bin/azurite-table" --silent --inMemoryPersistence --skipApiVersionCheck --disableTelemetry --tableHost 127.0.0.1 --tablePort "$1"
