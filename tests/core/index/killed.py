"""A build and appends to be killed: python -m tests.core.index.killed PLACE COUNT. Prints each step."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.core.index.worlds import World

from theodolite.index import update
from theodolite.index.stream import Settings, build_stream
from theodolite.jobs import Job

COUNT, FIRST, SECOND, DIM = 2600, 1200, 2000, 16
SMALL = 100  # rows of a segment that is merged with what is appended
COMPRESSED = Settings(compressed=True, lists=32, probes=32, rerank=400)


def steps(place: Path) -> Job[None]:
    """Build it again with the first rows, append others twice, take some out, write it whole."""
    world = World(COUNT, DIM)
    yield from build_stream(world.blocks(0, FIRST), place, DIM, world.origin, COMPRESSED)
    yield from update.append_stream(world.blocks(FIRST, SECOND), place, world.origin)
    yield from update.append_stream(world.blocks(SECOND, COUNT), place, world.origin)
    yield from update.remove(str(place), [f"p{row}.jpg" for row in range(0, 200, 2)])
    yield from update.compact(str(place), COMPRESSED)


if __name__ == "__main__":
    import faiss  # noqa: F401 - the longest part, and nothing is written in it

    update.FLAT_BELOW = SMALL
    print("ready", flush=True)
    for step in steps(Path(sys.argv[1])):
        print(step.text, flush=True)
    print("done", flush=True)
