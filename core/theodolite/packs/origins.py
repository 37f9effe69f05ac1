"""Brings the original files of a pack into a staging folder: the one place that reaches a network.

Every transfer is a child process, so that it can be killed at any moment, and so that this process never
needs network permission itself. pip is the client of the Python package registry: it knows its host,
proxy, mirror and certificates from the user's own configuration, and is never told any of them here.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from theodolite.errors import PackError, StorageFailed
from theodolite.jobs import Job, Progress
from theodolite.offline import OFFLINE_ENVIRONMENT
from theodolite.packs.lock import HubFile

_TICK_S = 0.01
_LOG = "child.log"
_LOOK_EVERY = 10  # ticks between two looks at how much has arrived
_NO_SPACE = ("no space left on device", "errno 28", "disk quota exceeded", "file too large", "errno 27")
_NO_NETWORK = (
    "newconnectionerror",
    "connection refused",
    "connection broken",
    "connection reset",
    "temporary failure in name resolution",
    "name or service not known",
    "network is unreachable",
    "max retries exceeded",
    "timed out",
    "proxyerror",
    "sslerror",
    "localentrynotfounderror",
    "failed to establish a new connection",
)
_HUB_SCRIPT = (
    "import sys; from huggingface_hub import hf_hub_download; "
    "print(hf_hub_download(sys.argv[1], sys.argv[2], revision=sys.argv[3], local_dir=sys.argv[4]))"
)


def download_wheel(requirement: str, folder: Path, expected: int, text: str) -> Job[Path]:
    """The wheel of ``requirement`` ('name==version') in ``folder``, with pip; its dependencies stay away.

    Source distributions are never taken: making one ready would run its code. Without pip's cache the
    bytes land in ``folder`` only, where they can be counted and swept.
    """
    target = folder / "wheel"
    target.mkdir(parents=True)
    command = [
        sys.executable,
        "-P",
        "-m",
        "pip",
        "--no-input",
        "download",
        "--no-deps",
        "--only-binary=:all:",
    ]
    command += ["--no-cache-dir", "--progress-bar=off", "--dest", str(target), requirement]
    yield from _transfer(command, folder, expected, text, f"pip download {requirement}")
    wheels = sorted(target.glob("*.whl"))
    if len(wheels) != 1:
        raise PackError(f"pip brought no wheel of {requirement}.")
    return wheels[0]


def download_hub_file(origin: HubFile, folder: Path, expected: int, text: str) -> Job[Path]:
    """One file of a Hugging Face repository at its pinned revision, with huggingface_hub."""
    target = folder / "hub"
    target.mkdir(parents=True)
    assert origin.revision is not None
    command = [
        sys.executable,
        "-c",
        _HUB_SCRIPT,
        origin.repository,
        origin.path,
        origin.revision,
        str(target),
    ]
    yield from _transfer(command, folder, expected, text, f"{origin.repository} {origin.path}")
    path = target / origin.path
    if not path.is_file():
        raise PackError(f"{origin.path} of {origin.repository} did not arrive.")
    return path


def run_child(command: Sequence[str], folder: Path, text: str) -> Job[tuple[int, str]]:
    """Run ``command`` with its temporary files in ``folder``; (exit status, what it printed).

    Closing the job kills the child and everything it started.
    """
    yield Progress(text, waiting=True)
    log = folder / _LOG
    environment = {key: value for key, value in os.environ.items() if key not in OFFLINE_ENVIRONMENT}
    environment |= {"TMPDIR": str(folder), "PYTHONUNBUFFERED": "1", "LC_ALL": "C.UTF-8"}
    with log.open("wb") as out:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        try:
            while True:
                try:
                    status = child.wait(timeout=_TICK_S)
                    break
                except subprocess.TimeoutExpired:
                    yield Progress(text, waiting=True)
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
    return status, log.read_text(encoding="utf-8", errors="replace")


def _transfer(command: Sequence[str], folder: Path, expected: int, text: str, what: str) -> Job[None]:
    child = run_child(command, folder, text)
    arrived = tick = 0
    try:
        while True:
            try:
                next(child)
            except StopIteration as stop:
                status, output = stop.value
                break
            before = arrived
            if tick % _LOOK_EVERY == 0:
                arrived = max(arrived, _bytes_in(folder))
            tick += 1
            done = min(arrived, expected) if expected else arrived
            yield Progress(text, done, expected or None, waiting=arrived == before)
    finally:
        child.close()
    if status != 0:
        raise _failure(what, status, output)


def _bytes_in(folder: Path) -> int:
    total = 0
    for root, _, names in os.walk(folder):
        for name in names:
            if name == _LOG:
                continue
            try:
                total += Path(root, name).stat().st_size
            except OSError:  # pip has just moved it
                continue
    return total


def _failure(what: str, status: int, output: str) -> PackError | StorageFailed:
    """The error of a transfer that ended with ``status``, told from what the client printed."""
    said = output.lower()
    last = _last_words(output)
    if any(sign in said for sign in _NO_SPACE):
        return StorageFailed(
            "The disk is full: the pack did not fit while it was downloaded. Nothing was installed."
        )
    if status < 0:
        name = signal.Signals(-status).name
        return PackError(
            f"The download was interrupted (the client was killed: {name}). Nothing was installed."
        )
    if any(sign in said for sign in _NO_NETWORK):
        return PackError(
            f"No connection to the registry ({what}). Nothing was installed. On a machine without internet, "
            f"use “theodolite packs import FILE”. The client said: {last}"
        )
    if "no matching distribution" in said:
        return PackError(
            f"The registry has no such file or cannot be reached ({what}). Nothing was installed. On a "
            f"machine without internet, use “theodolite packs import FILE”. The client said: {last}"
        )
    return PackError(f"The download failed ({what}). Nothing was installed. The client said: {last}")


def _last_words(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    chosen = (errors or lines or ["nothing"])[-1]
    return chosen if len(chosen) <= 300 else chosen[:297] + "..."
