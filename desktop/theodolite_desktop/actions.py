"""Every command as one record; menus, toolbar, shortcuts and the palette are built from these."""

from __future__ import annotations

from theodolite_desktop.command_table import (
    candidates,
    case,
    clues,
    compare,
    desk,
    edit,
    exhibit,
    find,
    ground,
    help,
    image,
    map,
    report,
    talk,
    view,
)
from theodolite_desktop.command_table.record import SCOPES, Command

__all__ = ["COMMANDS", "MENUS", "SCOPES", "TOOLBAR", "TOOLBAR_END", "WRITES", "Command", "command"]

COMMANDS: tuple[Command, ...] = (
    *case.COMMANDS,
    *edit.COMMANDS,
    *exhibit.COMMANDS,
    *image.COMMANDS,
    *clues.COMMANDS,
    *candidates.COMMANDS,
    *talk.COMMANDS,
    *compare.COMMANDS,
    *map.COMMANDS,
    *ground.COMMANDS,
    *desk.COMMANDS,
    *report.COMMANDS,
    *find.COMMANDS,
    *view.COMMANDS,
    *help.COMMANDS,
)

MENUS = (
    "Case",
    "Edit",
    "Exhibit",
    "Image",
    "Camera",
    "Candidate",
    "Assistant",
    "Compare",
    "Map",
    "View",
    "Help",
)
TOOLBAR: tuple[str, ...] = (
    "exhibit.add",
    "exhibit.examine",
    "",
    "edit.undo",
    "edit.redo",
    "",
    "view.examine",
    "view.compare",
    "view.map",
    "view.report",
    "",
    "case.report",
)

TOOLBAR_END: tuple[str, ...] = ("edit.palette",)
"""At the other end of the toolbar."""

#: What would change a case: off while it is open read-only.
WRITES = frozenset(
    (
        *(
            "case.question",
            "case.references",
            "case.make_index",
            "case.saved",
            "case.sources",
            "case.stamp",
            "edit.undo",
            "edit.redo",
        ),
        *("edit.hint", "exhibit.add", "exhibit.add_folder", "exhibit.examine", "exhibit.withdraw"),
        *("exhibit.one_place", "exhibit.graphic", "exhibit.destroy", "image.shadow", "image.derive"),
        *("camera.sun", "camera.stand", "candidates.run", "candidates.none", "talk.look", "talk.clues"),
        *("image.point", "image.box", "image.line", "image.polygon", "image.horizon", "image.unmark"),
        *("map.add", "map.area", "map.judge", "map.carry", "map.crop"),
        *("talk.summary", "case.sign", "case.redact", "case.review", "case.merge", "case.bundle"),
        *("desk.lead", "desk.reference"),
    )
)


def command(name: str) -> Command:
    return next(c for c in COMMANDS if c.id == name)
