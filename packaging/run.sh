#!/bin/sh
# Builds the sample case (once) and opens the window on it; without a screen, walks through the views
# offscreen, writes the report and a screenshot of each view, and says where they are. Called by `make run`.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
python=.venv/bin/python
case=out/sample.case
mkdir -p out

$python -m theodolite.cli sample build "$case"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec $python -m theodolite_desktop.app "$case"
fi
echo "No screen here: opening every view offscreen."
QT_QPA_PLATFORM=offscreen $python -m theodolite_desktop.app "$case" --tour out/tour
$python -m theodolite.cli report "$case" --out out/tour >/dev/null
echo "Screenshots and report: $root/out/tour"
