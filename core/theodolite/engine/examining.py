"""Examination of exhibits in the vision worker: clues, corrected readings, key frames of videos."""

from __future__ import annotations

from theodolite import packs
from theodolite.clues.correcting import is_of_text
from theodolite.clues.corrections import corrections_of
from theodolite.domain import Exhibit
from theodolite.engine import looks
from theodolite.engine.changes import Changes
from theodolite.engine.edits import Edits
from theodolite.errors import InputError, PackMissing
from theodolite.evidence import video_intake
from theodolite.evidence.formats import is_video
from theodolite.jobs import Job, Progress
from theodolite.workers import Call


def gazetteer() -> str:
    """The installed gazetteer, '' without one: then place names are not looked up, and a clue says so."""
    try:
        return str(packs.installed("gazetteer").file("gazetteer.db"))
    except PackMissing:
        return ""


class Examining(Edits):
    """The part of a session that reads exhibits."""

    def examine(self, exhibit: str) -> Job[Changes]:
        """Read everything an exhibit says, in the vision worker; of a video its key frames are made too."""
        item = self.exhibit(exhibit)
        yield Progress(f"Reading {item.id}", waiting=True)
        with (yield from self.store.confirm(item)) as path:
            if is_video(item.media_type) and item.readable and not self.frames_of(item):
                yield from video_intake.frames(self.store, self.engine.decoder, item)
                item = self.exhibit(exhibit)
            state = self.state
            found = yield from self.engine.vision.run(
                Call(
                    "theodolite.clues.extract:extract",
                    {
                        "exhibit": item,
                        "path": str(path),
                        "gazetteer_db": gazetteer(),
                        "off": [setting.source for setting in state.case.sources if not setting.on],
                        "corrections": corrections_of(state.clues, item.id),
                    },
                )
            )
            yield from looks.look(self.store, self.engine.vision, item, path)
        self.store.put_clues(item.id, found.clues, runs=found.runs, fingerprint=found.fingerprint)
        return Changes(exhibits=True, clues=True, candidates=True)

    def frames_of(self, item: Exhibit) -> tuple[Exhibit, ...]:
        """The key frames of a video that are exhibits already."""
        return tuple(one for one in self.state.exhibits if one.parent == item.id)

    def correct_reading(self, clue: str, text: str) -> Job[Changes]:
        """What a line really says; all clues of the writing are made anew, both readings are kept.

        The text as the machine read it takes the correction back. Raises InputError for a clue that is no
        line of writing, EmptyCorrection for no text.
        """
        chosen = self.clue(clue)
        item = self.exhibit(chosen.exhibit)
        if chosen.by_person or chosen.line is None:
            raise InputError(f"{clue} is no line of writing that was read; there is nothing to correct.")
        state = self.state
        own = tuple(one for one in state.clues if one.exhibit == item.id)
        made = yield from self.engine.vision.run(
            Call(
                "theodolite.clues.extract:corrected",
                {
                    "exhibit": item,
                    "clues": own,
                    "clue": chosen,
                    "text": text,
                    "operator": state.case.operator,
                    "gazetteer_db": gazetteer(),
                },
            )
        )
        others = [one for one in own if not one.by_person and not is_of_text(one)]
        self.store.put_clues(item.id, [*others, *made], "reading corrected", runs=item.runs, undoable=True)
        return Changes(exhibits=True, clues=True, candidates=True)
