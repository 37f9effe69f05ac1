"""One change of an index, to be killed: python -m tests.core.index.killed PLACE NUMBER. Prints its steps."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.core.index.worlds import World

from theodolite.index import update
from theodolite.index.store import IndexInfo
from theodolite.index.stream import Settings, build_stream
from theodolite.jobs import Job

COUNT, FIRST, SECOND, DIM = 2600, 1200, 2000, 16
LEFT = COUNT - 100
SMALL = 100  # rows of a segment that is merged with what is appended
COMPRESSED = Settings(compressed=True, lists=32, probes=32, rerank=400)
AFTER = (FIRST, SECOND, COUNT, LEFT, LEFT)  # rows after each change


def change(place: Path, number: int, world: World) -> Job[IndexInfo]:
    """Build it again with the first rows, append others twice, take some out, write it whole."""
    if number == 0:
        return build_stream(world.blocks(0, FIRST), place, DIM, world.origin, COMPRESSED)
    if number in (1, 2):
        more = world.blocks(AFTER[number - 1], AFTER[number], 50)
        return update.append_stream(more, place, world.origin)
    if number == 3:
        return update.remove(str(place), [f"p{row}.jpg" for row in range(0, 200, 2)])
    return update.compact(str(place), COMPRESSED)


if __name__ == "__main__":
    import faiss  # noqa: F401 - the longest part, and nothing is written in it
    import scipy.spatial  # noqa: F401

    update.FLAT_BELOW = SMALL
    made = World(COUNT, DIM)
    print("ready", flush=True)
    for step in change(Path(sys.argv[1]), int(sys.argv[2]), made):
        print(step.text, flush=True)
    print("done", flush=True)
