"""The words of the map page, in the language of the window. No Qt beyond the translation, no web."""

from __future__ import annotations

import json

from theodolite_desktop.language import current, right_to_left, tr


def page_words() -> dict[str, str]:
    """Every text that the page shows or says, by its key. ``{name}`` is filled in by the page."""
    return {
        "legend": tr("Legend"),
        "north": tr("North is up"),
        "map": tr("Map. Arrow keys move it, plus and minus zoom, Tab goes through the candidates."),
        "zoom in": tr("Zoom in"),
        "zoom out": tr("Zoom out"),
        "nothing": tr("No candidates yet. The world map works offline."),
        "suggested": tr("Suggested"),
        "under review": tr("Under review"),
        "verified": tr("Verified"),
        "rejected": tr("Rejected"),
        "claim": tr("Exhibit GPS, claimed"),
        "clue": tr("Clues, by number"),
        "reference": tr("Similar references"),
        "filed": tr("Filed references"),
        "region": tr("{level} % region", level="{level}"),
        "sun": tr("Sun band, 95 %"),
        "overlap": tr("Where sun bands overlap"),
        "wedge": tr("Camera wedge, any distance"),
        "ellipse": tr("Camera, 95 % ellipse"),
        "points": tr("{count} of {total} reference points", count="{count}", total="{total}"),
        "no data": tr("No map data"),
        "area": tr("Search area"),
        "legend searched": tr("Searched"),
        "legend excluded": tr("Excluded"),
        "legend unclear": tr("Unclear"),
        "searched": tr("searched"),
        "excluded": tr("excluded"),
        "unclear": tr("unclear"),
        "open": tr("to search"),
        "and more": tr("and {count} more", count="{count}"),
        "spoken candidate": tr("{rank}. {name}, {status}", rank="{rank}", name="{name}", status="{status}"),
        "spoken cell": tr(
            "row {row}, column {column}, {state}", row="{row}", column="{column}", state="{state}"
        ),
        "draw distance": tr("Click points to measure. Space sets one at the crosshair, Esc ends."),
        "draw area": tr("Click the corners of the ground to search. Space sets one at the crosshair."),
        "close area": tr("Enter or a double click closes the area, Backspace takes a corner back."),
        "judging": tr(
            "Click or drag over cells: {state}. Arrows move, 1 searched, 2 excluded, 3 unclear, 0 to search.",
            state="{state}",
        ),
    }


def words_json(scale: float) -> str:
    """The page's form: words, language, direction of its texts, how much larger text is shown."""
    return json.dumps(
        {
            "words": page_words(),
            "language": current(),
            "direction": "rtl" if right_to_left() else "ltr",
            "scale": scale,
        },
        ensure_ascii=False,
    )
