#!/usr/bin/env bash
# Runs the scheme on this machine, or what `./run.sh --help` names. Builds where needed.
set -euo pipefail
root=$(cd "$(dirname "$0")" && pwd)
"$root/eng/packages.sh"
dotnet build "$root/Mentoring.Local" -c Release -v q --nologo "-clp:ErrorsOnly;NoSummary" >&2 || { echo "The build failed." >&2; exit 1; }
exec dotnet "$root/Mentoring.Local/bin/Release/net10.0/Mentoring.Local.dll" "$@"
