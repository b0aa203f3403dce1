#!/usr/bin/env bash
# Runs the scheme on this machine. Builds where needed.
#   ./run.sh [--port N] [--data DIR] [--scheme FILE]
#   ./run.sh simulate [FILE.csv] [--mentees N --mentors N] [--seed N] [--months 12] [--scheme FILE]
#   ./run.sh match FILE.csv [--scheme FILE] [--what-if FILE.json] [--why-not MENTEE,MENTOR] [--out DIR]
#   ./run.sh verify [--data DIR]
set -euo pipefail
root=$(cd "$(dirname "$0")" && pwd)
"$root/eng/packages.sh"
dotnet build "$root/Mentoring.Local" -c Release -v q --nologo "-clp:ErrorsOnly;NoSummary" >&2 || { echo "The build failed." >&2; exit 1; }
exec dotnet "$root/Mentoring.Local/bin/Release/net10.0/Mentoring.Local.dll" "$@"
