"""kill -9 during intake into an encrypted case: it reopens, nothing confirmed is missing or readable."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case

# Imports once, then forks a writer for every line it reads.
WRITER = """
import os, sys
from pathlib import Path
from theodolite.domain import AreaReach, Exhibit, Hint, HintState, Strength
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore
from theodolite.store.cipher import database, header
import cryptography.hazmat.primitives.ciphers.aead, sqlcipher3
header.COST = header.Cost(64, 1, 1)

def say(*words):
    os.write(1, (" ".join(words) + "\\n").encode())

def work(folder, passphrase):
    store = CaseStore.open(folder, passphrase=passphrase)
    say("ready", str(os.getpid()))
    number = store.state().log_length * 1000
    while True:
        number += 1
        import io
        kept = store.store_bytes(io.BytesIO(f"MARK-{number}".encode() * 9_000), name="MARK.jpg")
        item = Exhibit("", "MARK.jpg", *kept, "image/jpeg", "/MARK", "2026", "x", True)
        say("confirmed", store.add_exhibit(item).id)
        hint = Hint("", "MARK", "t", AreaReach("country", ("IT",)), Strength.WEAK, HintState.ON, "2026")
        say("confirmed", store.add_hint(hint).id)

for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        work(Path(sys.argv[1]), sys.argv[2])
    os.waitpid(child, 0)
    say("dead")
"""


@pytest.mark.full
def test_killed_during_intake(sealed_folder: Path, passphrase: str, repeat: int, seed: int) -> None:
    chance = random.Random(seed)
    command = [sys.executable, "-c", WRITER, str(sealed_folder), passphrase]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        for _ in range(repeat):
            writer.stdin.write("go\n")
            writer.stdin.flush()
            word, pid = writer.stdout.readline().split()
            assert word == "ready"
            time.sleep(chance.uniform(0.0, 0.05))
            subprocess.run(["kill", f"-{signal.SIGKILL.value}", pid], check=True)
            said = list(iter(writer.stdout.readline, "dead\n"))
            assert not [path for path in files(sealed_folder) if b"MARK" in path.read_bytes()]
            check(sealed_folder, passphrase, {line.split()[1] for line in said})
        writer.stdin.close()
        assert writer.wait() == 0


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def check(folder: Path, passphrase: str, confirmed: set[str]) -> None:
    with CaseStore.open(folder, passphrase=passphrase) as store:
        state = store.state()
        assert confirmed <= {row.id for row in state.exhibits} | {row.id for row in state.hints}
        assert not list((folder / "vault").glob(".incoming-*"))
        assert run_to_end(verify_case(folder, keys=store.keys)).problems == ()
