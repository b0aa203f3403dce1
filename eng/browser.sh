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

# Answers whether it could be done.
apt_install() {
    local as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || return 1
        # Asked for a password, nobody might be there to answer.
        as_root="sudo -n"
    fi
    command -v apt-get > /dev/null || return 1
    echo "Installing $* through apt."
    $as_root apt-get update -qq -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 && $as_root apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

find_browser() {
    command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome
}

# The same browser without windows is a third quicker; not every system has it. Without a font it would draw boxes, and measure nothing
# as people see it.
if ! command -v chromium-headless-shell > /dev/null; then
    if find_browser > /dev/null; then
        # Tried once: where there is none, there will be none the next time.
        [ -e "$tools/tried" ] || apt_install chromium-headless-shell || echo "chromium-headless-shell could not be installed; the tests take longer."
        touch "$tools/tried"
    else
        apt_install chromium-headless-shell fonts-dejavu-core || apt_install chromium fonts-dejavu-core || fail "No Chromium was found, and none could be installed through apt. Install one by hand and run this again."
    fi
fi
browser=$(find_browser) || fail "Chromium was installed, and yet none is on the path."
command -v npm > /dev/null || apt_install nodejs npm || fail "npm was not found, and could not be installed through apt. Install it by hand and run this again."
printf '%s\n' "$browser" > "$tools/chromium"

if ! cmp -s eng/axe/package-lock.json "$tools/installed"; then
    echo "Installing axe-core from npm into $tools."
    cp eng/axe/package.json eng/axe/package-lock.json "$tools/"
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || fail "axe-core could not be installed from npm."
    cp "$tools/node_modules/axe-core/axe.min.js" "$tools/"
    cp eng/axe/package-lock.json "$tools/installed"
fi
