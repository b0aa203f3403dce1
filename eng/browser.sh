#!/usr/bin/env bash
# What the tests in a real browser need, installed where it is missing: Chromium through apt, axe-core from npm at the version of
# eng/axe/package-lock.json. Writes into artifacts/browser: the path of the browser (chromium) and axe-core itself (axe.min.js).
# Where that fails, the check has failed: it is never passed over.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=artifacts/browser
mkdir -p "$tools"

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

apt_install() {
    local as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || fail "$* is missing, and can only be installed by root. Run: apt-get install $*"
        as_root=sudo
    fi
    command -v apt-get > /dev/null || fail "$* is missing, and there is no apt-get to install it with. Install it by hand and run this again."
    echo "Installing $* through apt."
    $as_root apt-get update -qq
    $as_root apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

find_browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

# A browser without a font draws boxes, and measures nothing as people see it.
find_browser > /dev/null || apt_install chromium fonts-dejavu-core
browser=$(find_browser) || fail "Chromium was installed, and yet no chromium is on the path."
command -v npm > /dev/null || apt_install nodejs npm
printf '%s\n' "$browser" > "$tools/chromium"

if ! cmp -s eng/axe/package-lock.json "$tools/installed"; then
    echo "Installing axe-core from npm into $tools."
    cp eng/axe/package.json eng/axe/package-lock.json "$tools/"
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || fail "axe-core could not be installed from npm."
    cp "$tools/node_modules/axe-core/axe.min.js" "$tools/"
    cp eng/axe/package-lock.json "$tools/installed"
fi
