#!/usr/bin/env bash
# Parses every Bicep file below infra-bicep/, or below the folder given; fails where one can't be.
# What it needs is installed when missing: the parser into artifacts/bicep, at the versions of eng/bicep/package-lock.json; Node.js through apt.
# Where that fails, the check has failed: it is never passed over.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
folder="$(cd "${1:-$root/infra-bicep}" && pwd)"
tools="$root/artifacts/bicep"

if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
    echo "Installing nodejs and npm through apt, to parse Bicep."
    as_root=$([ "$(id -u)" -eq 0 ] || echo sudo)
    $as_root apt-get update -qq
    $as_root apt-get install -y -qq --no-install-recommends nodejs npm > /dev/null
fi

mkdir -p "$tools"
if ! cmp -s "$root/eng/bicep/package-lock.json" "$tools/installed"; then
    echo "Installing tree-sitter-bicep and web-tree-sitter from npm into artifacts/bicep."
    cp "$root/eng/bicep/package.json" "$root/eng/bicep/package-lock.json" "$tools/"
    # Install scripts would compile a native module that is not used: the parser is WebAssembly.
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp "$tools/package-lock.json" "$tools/installed"
fi
cp "$root/eng/bicep/parse.mjs" "$tools/"

mapfile -d '' files < <(find "$folder" \( -name '*.bicep' -o -name '*.bicepparam' \) -print0 | sort -z)
cd "$tools"
exec node parse.mjs "${files[@]}"
