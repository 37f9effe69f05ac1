#!/bin/sh
# The whole suite: first what shares a machine, on all cores, then what needs it for itself. Both parts run
# even if the first fails. Arguments go to pytest; both parts get one seed.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root" || exit 1
python=.venv/bin/python
seed=$($python -c 'import random; print(random.SystemRandom().randrange(2**32))')
status=0
# One thread a process: the processes themselves fill the cores.
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 \
    $python -m pytest -m "not alone" -n auto --dist loadgroup --seed "$seed" "$@" || status=1
$python -m pytest -m alone --seed "$seed" "$@" || status=1
exit $status
