"""A program that works on a case until it is killed; run by test_kill_everywhere.

Imports once, then forks a worker for every line it reads (``<work> <folder> <seed>``): hundreds of kills in
a few seconds. After each step that was confirmed a worker writes the length and the head of the log.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

from theodolite.domain import AreaReach, Exhibit, Hint, HintState, Strength
from theodolite.errors import InputError
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore
from theodolite.store.bundle import export


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def confirmed(store: CaseStore) -> None:
    state = store.state()
    say("confirmed", state.log_length, state.log_head)


def take(store: CaseStore, chance: random.Random) -> Exhibit:
    source = store.folder.with_name("source.jpg")
    source.write_bytes(chance.randbytes(60_000))
    kept = run_to_end(store.take(source))
    confirmed(store)
    item = store.add_exhibit(Exhibit("", source.name, *kept, "image/jpeg", str(source), "2026", "x", True))
    confirmed(store)
    return item


def hint() -> Hint:
    return Hint("", "t", "t", AreaReach("country", ("IT",)), Strength.WEAK, HintState.ON, "2026")


def intake(store: CaseStore, chance: random.Random) -> None:
    take(store, chance)


def edit(store: CaseStore, chance: random.Random) -> None:
    added = store.add_hint(hint())
    confirmed(store)
    for step in (store.undo, store.redo, store.undo):
        step()
        confirmed(store)
    if chance.random() < 0.5:
        store.add_hint(hint())
    else:
        store.redo()
        store.remove_hint(added.id)
    confirmed(store)


def destroy(store: CaseStore, chance: random.Random) -> None:
    item = take(store, chance)
    run_to_end(store.destroy(item.id, "asked by its owner", confirmed=item.sha256[:8]))
    confirmed(store)


def bundle(store: CaseStore, chance: random.Random) -> None:
    if not store.state().exhibits:
        take(store, chance)
    out = store.folder.with_name(f"bundle-{chance.getrandbits(40)}")
    run_to_end(export(store, out, report={"report.json": b"{}"}))
    say("bundle", out.name)
    confirmed(store)


def migrate(store: CaseStore, chance: random.Random) -> None:
    """Opening was the migration; what follows is ordinary."""
    edit(store, chance)


WORK: dict[str, Callable[[CaseStore, random.Random], None]] = {
    "intake": intake,
    "edit": edit,
    "destroy": destroy,
    "bundle": bundle,
    "migrate": migrate,
}


def main() -> None:
    for line in sys.stdin:
        work, rest = line.rstrip("\n").split(" ", 1)
        folder, seed = rest.rsplit(" ", 1)
        chance = random.Random(seed)
        child = os.fork()
        if child == 0:
            say("ready", os.getpid())
            store = CaseStore.open(Path(folder))
            while True:
                try:
                    WORK[work](store, chance)
                except InputError as error:
                    say("refused", error)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
