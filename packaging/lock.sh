#!/bin/sh
# Writes packaging/requirements.txt anew from pyproject.toml: exact versions with the hashes of every file
# of that version, so that it serves every Python and processor. Needs network; for maintainers.
# Keeps versions that still fit; `packaging/lock.sh --upgrade` takes the newest.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
tools=${LOCK_TOOLS:-build/lock}
mkdir -p build
[ -x $tools/bin/pip-compile ] || { python3 -m venv --clear $tools && $tools/bin/pip install -q pip-tools; }
$tools/bin/python packaging/inputs.py >build/requirements.in
[ ! -f packaging/requirements.txt ] || cp packaging/requirements.txt build/requirements.txt
$tools/bin/python packaging/inputs.py --parity >build/parity.in
compile() {
    $tools/bin/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras --no-header --no-annotate \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file "$@"
}
compile build/requirements.txt "$@" build/requirements.in
compile build/parity.txt build/parity.in
$tools/bin/python packaging/inputs.py --without-torch build/requirements.txt build/parity.txt >build/requirements.done
mv build/requirements.done packaging/requirements.txt
