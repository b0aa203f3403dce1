#!/usr/bin/env bash
# Restores, builds and runs all tests; writes artifacts/requirements.md and fails where a requirement lost its last passing test.
# ./test.sh [dotnet test arguments, such as --filter FullyQualifiedName~Offers]
set -uo pipefail
cd "$(dirname "$0")"
eng/packages.sh || exit 1
eng/bicep.sh || { echo "infra-bicep/ could not be parsed."; exit 1; }
eng/browser.sh || { echo "The browser's tests lack what they need."; exit 1; }
dotnet build Mentoring.slnx -c Release -v q --nologo "-clp:ErrorsOnly;NoSummary" || { echo "The build failed."; exit 1; }
rm -rf artifacts/test-results
dotnet test Mentoring.Tests -c Release --no-build --nologo -v q --logger "trx;LogFileName=tests.trx" --logger "console;verbosity=minimal" --results-directory artifacts/test-results "$@"
status=$?
partial=$([ $# -gt 0 ] && echo --partial)
dotnet Mentoring.Tests/bin/Release/net10.0/Mentoring.Tests.dll requirements artifacts/test-results/tests.trx artifacts/requirements.md $partial || status=1
exit $status
