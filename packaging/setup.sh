#!/bin/sh
# Makes .venv with the pinned dependencies and the project in it. Called by make after bootstrap.sh.
#
# A finished environment leaves a stamp; while nothing it rests on has changed, the next call returns at
# once and touches no network. An interrupted one is mended and completed by the next call.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
venv=.venv
stamp=$venv/.theodolite-stamp

fail() {
    echo "$*" >&2
    exit 1
}

state() {
    echo "$root"
    cat pyproject.toml packaging/requirements.txt packaging/setup.sh
}

fingerprint=$(state | sha256sum | cut -d ' ' -f 1)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$fingerprint" ] && [ -x $venv/bin/python ]; then
    exit 0
fi

python=
for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 \
        && "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || fail "Theodolite needs Python 3.11 or newer with its venv module (packages python3, python3-venv)."
command -v g++ >/dev/null 2>&1 || command -v c++ >/dev/null 2>&1 \
    || fail "Theodolite needs a C++ compiler to build its language worker: install g++ and try again."

echo "Setting up $venv (once; some minutes, about 2 GB of downloads on a new machine)"
if ! $venv/bin/python -c 'import pip' 2>/dev/null; then
    "$python" -m venv --clear $venv
fi
$venv/bin/python packaging/mend.py
rm -f "$stamp"

cores=$(nproc 2>/dev/null || echo 1)
CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$cores}
export CMAKE_BUILD_PARALLEL_LEVEL

# torch by name, not by hash: which build is right differs by machine (docs/decisions/0003).
torch=$(sed -n 's/^ *"\(torch==[0-9.]*\)".*/\1/p' pyproject.toml)
[ -n "$torch" ] || fail "pyproject.toml does not pin torch."
install() {
    $venv/bin/python -m pip install --disable-pip-version-check "$@"
}

# Prints the blocks of requirements.txt whose package is named (or, after "but", is not).
blocks() {
    awk -v names=" $* " '
        /^[A-Za-z0-9]/ { split($1, part, "=="); named = index(names, " " part[1] " ") > 0
                         keep = index(names, " but ") ? !named : named }
        /^[A-Za-z0-9 ]/ && keep' packaging/requirements.txt
}

# pip itself first: an older one does not reuse what it has compiled when hashes are asked for. What comes as
# source only goes last: the language worker is compiled for minutes, and an interruption then costs nothing
# else.
blocks pip >$venv/pip.txt
blocks but llama-cpp-python openlocationcode bagit >$venv/wheels.txt
install -q --require-hashes --no-deps -r $venv/pip.txt
install "$torch"
install --require-hashes --no-deps --only-binary=:all: -r $venv/wheels.txt
echo "Compiling the language worker (once; some minutes)"
install --require-hashes --no-deps -r packaging/requirements.txt
PYTHONWARNINGS=ignore install -q --no-build-isolation --no-deps --no-index -e .

echo "$fingerprint" >"$stamp.part"
mv "$stamp.part" "$stamp"
