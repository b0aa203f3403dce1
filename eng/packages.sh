#!/usr/bin/env bash
# Finds out whether the registry has the Azure packages, and records a "no" in artifacts/azure-packages.props.
# A "no" is NU1101 or NU1102 and nothing else: any other restore error stops with that error.
# AZURE_PACKAGES=true|false skips the question.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p artifacts
record=artifacts/azure-packages.props

write() {
    cat > "$record.new" <<PROPS
<Project>
  <PropertyGroup>
    <AzurePackages Condition="'\$(AzurePackages)' == ''">$1</AzurePackages>
  </PropertyGroup>
</Project>
PROPS
    cmp -s "$record.new" "$record" 2>/dev/null && rm "$record.new" || mv "$record.new" "$record"
}

if [ -n "${AZURE_PACKAGES:-}" ]; then
    write "$AZURE_PACKAGES"
    exit 0
fi
# The answer is asked again whenever a package's version changes.
if [ -f "$record" ] && [ "$record" -nt Directory.Packages.props ]; then exit 0; fi

rm -f "$record"
if log=$(dotnet restore Mentoring.Functions/Mentoring.Functions.csproj -p:AzurePackages=true --force-evaluate 2>&1); then
    write true
    exit 0
fi
codes=$(grep -oE 'error (NU|MSB|NETSDK)[0-9]+' <<< "$log" | sort -u | cut -d' ' -f2 || true)
if [ -n "$codes" ] && ! grep -qvE '^NU110[12]$' <<< "$codes"; then
    write false
    echo "The package registry lacks the Azure packages: building against Mentoring.AzureSurface (everything but Azure itself behaves the same)."
    exit 0
fi
printf '%s\n' "$log" >&2
exit 1
