"""One line read otherwise by the investigator: the clues of the text are made anew without reading again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from theodolite.clues import places
from theodolite.clues.assemble import SILENT_KINDS, text_clues
from theodolite.clues.corrections import correction, corrections_of, same_place
from theodolite.clues.language import Detector, detected
from theodolite.clues.recognise.lines import Reading, TextLine
from theodolite.domain import Box, Clue, Exhibit, LineText


def is_of_text(clue: Clue) -> bool:
    """Whether ``clue`` was made from the writing by machine, so that a correction makes it anew."""
    return not clue.by_person and (clue.kind.startswith("text.") or clue.kind in SILENT_KINDS)


def corrected(
    exhibit: Exhibit,
    clues: Sequence[Clue],
    line: LineText,
    box: Box,
    new_text: str,
    operator: str,
    lookup: places.Lookup | None,
    *,
    method: str,
    detect: Detector = detected,
) -> list[Clue]:
    """All clues of the writing in ``exhibit``, with ``line`` read as ``new_text``.

    ``clues``: those of the case; only the exhibit's clues for which :func:`is_of_text` holds are replaced by
    the result, because what counts once may move to another line. A clue that says the same as before keeps
    its id, number and rejection; a new one has the id ''. Earlier corrections stay. ``new_text`` equal to
    what the machine read takes the correction back. Raises
    :class:`~theodolite.clues.corrections.EmptyCorrection`.
    """
    change = correction(line.text, box, new_text, operator, line.recogniser)
    before = [clue for clue in clues if clue.exhibit == exhibit.id and is_of_text(clue)]
    kept = [item for item in corrections_of(before, exhibit.id) if not same_place(item.box, box)]
    if change.corrected != line.text:
        kept.append(change)
    made = text_clues(
        exhibit, Reading(lines_of(before)), lookup, method=method, detect=detect, corrections=kept
    )
    seen = [clue for clue in before if clue.kind == "none.text" and clue.box is not None]
    seen = [clue for clue in seen if not any(same_place(clue.box, item.box) for item in kept if clue.box)]
    return seen + _known(made, before)


def lines_of(clues: Iterable[Clue]) -> tuple[TextLine, ...]:
    """The lines as the machine read them, from the clues they are recorded in; upright boxes.

    Lines that only a person read are left out: their correction brings them back.
    """
    found: dict[int, TextLine] = {}
    for clue in clues:
        line, box = clue.line, clue.box
        if line is None or box is None or not line.text:
            continue
        sure = 0.9 if clue.confidence is None or clue.kind == "text.language" else clue.confidence
        held = found.get(line.number)
        if held is not None and clue.kind == "text.language":
            continue
        corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
        found[line.number] = TextLine(
            line.number, line.text, sure, corners, script=line.script, recogniser=line.recogniser
        )
    return tuple(found[number] for number in sorted(found))


def _known(made: Iterable[Clue], before: Sequence[Clue]) -> list[Clue]:
    """New clues with the identity and the person's word of the equal old ones.

    A conclusion that has moved to another line is still the same: what was rejected does not come back.
    """
    result = list(made)
    free = {clue.id: clue for clue in before}
    for same in (_same, _conclusion):
        held: dict[tuple[object, ...], list[Clue]] = {}
        for old in free.values():
            held.setdefault(same(old), []).append(old)
        for number, clue in enumerate(result):
            olds = [] if clue.id else held.get(same(clue), [])
            if olds and (same is _same or clue.reach is not None):
                old = olds.pop(0)
                del free[old.id]
                result[number] = replace(
                    clue, id=old.id, mark=old.mark, rejected_reason=old.rejected_reason, active=old.active
                )
    return result


def _same(clue: Clue) -> tuple[object, ...]:
    return (clue.kind, clue.root, clue.observation, clue.inference, clue.box)


def _conclusion(clue: Clue) -> tuple[object, ...]:
    return (clue.kind, clue.inference, clue.reach)
