"""What the first hint of a session would otherwise wait for, loaded beforehand where nobody waits."""

from __future__ import annotations

from theodolite.engine.engine import Engine
from theodolite.jobs import Job, Progress

TEXT = "Opening the places of the world"


def up(engine: Engine) -> Job[None]:
    """After ``prepare``: the grammar of hints, and the shapes of the countries."""
    from theodolite.assistant import hints

    yield Progress(TEXT)
    for text in hints.FIRST:
        hints.parse(text, engine.world, engine.gazetteer)
        yield Progress(TEXT)
    engine.world.country_of([43.46], [11.88])
    yield Progress(TEXT)
    engine.world.sea_km([43.46], [11.88])
