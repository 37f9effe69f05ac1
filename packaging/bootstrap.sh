#!/bin/sh
# Has the system packages of debian-packages.txt installed. POSIX sh; needs no Python.
#
# As root on Debian or Ubuntu: installs what is missing. Otherwise: prints one `sudo apt-get install` line
# for what is missing and stops with status 1, before anything was created. Nothing missing: says nothing
# and touches no network.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
list=$here/debian-packages.txt

if [ "${THEODOLITE_SKIP_SYSTEM:-}" = 1 ]; then
    exit 0
fi
if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This is neither Debian nor Ubuntu. Install what corresponds to packaging/debian-packages.txt," >&2
    echo "then run the same command again with THEODOLITE_SKIP_SYSTEM=1 before it." >&2
    exit 1
fi

is_installed() {
    # The architecture-qualified duplicates of a multiarch system print one status each.
    case $(dpkg-query -W -f='${db:Status-Status} ' "$1" 2>/dev/null || true) in
        *"not-installed"*) return 1 ;;
        *"installed"*) return 0 ;;
    esac
    return 1
}

is_known() {
    apt-cache show --no-all-versions "$1" >/dev/null 2>&1
}

# The words of the list: names, or alternatives joined by |.
wanted=$(sed -e 's/#.*//' "$list")

find_missing() {
    missing=
    for word in $wanted; do
        found=
        for name in $(printf '%s' "$word" | tr '|' ' '); do
            if is_installed "$name"; then
                found=yes
                break
            fi
        done
        [ -n "$found" ] || missing="$missing $word"
    done
}

# Chooses one name for each missing word: the first the package lists know, or else the last named.
choose() {
    chosen=
    for word in $missing; do
        pick=
        for name in $(printf '%s' "$word" | tr '|' ' '); do
            if is_known "$name"; then
                pick=$name
                break
            fi
            last=$name
        done
        chosen="$chosen ${pick:-$last}"
    done
}

find_missing
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    choose
    echo "sudo apt-get install -y --no-install-recommends$chosen" >&2
    exit 1
fi

echo "Installing system packages:$missing"
apt-get update -q
choose
# shellcheck disable=SC2086  # a list of names
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $chosen
