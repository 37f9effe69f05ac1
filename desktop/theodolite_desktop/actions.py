"""Every command as one record; menus, toolbar, shortcuts and the palette are built from these."""

from __future__ import annotations

from dataclasses import dataclass

SCOPES = ("window", "exhibits", "image", "clues", "candidates", "compare", "report")


@dataclass(frozen=True, slots=True)
class Command:
    """``scope``: 'window', or the view that must have the focus. ``menu`` '' : not in the menu bar."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    scope: str = "window"
    menu: str = ""
    icon: str = ""
    needs_case: bool = False
    checkable: bool = False
    group: int = 0


COMMANDS: tuple[Command, ...] = (
    Command("case.new", "New case…", ("Ctrl+N",), menu="Case", icon="folder-plus-outline"),
    Command("case.open", "Open case…", ("Ctrl+O",), menu="Case", icon="folder-open-outline"),
    Command("case.read_bundle", "Open a bundle…", (), menu="Case", icon="archive-arrow-down-outline"),
    Command("case.close", "Close case", ("Ctrl+W",), menu="Case", needs_case=True),
    Command(
        "case.question",
        "Case properties…",
        (),
        menu="Case",
        icon="card-account-details-outline",
        needs_case=True,
        group=1,
    ),
    Command(
        "case.references",
        "Add reference index…",
        (),
        menu="Case",
        icon="image-search-outline",
        needs_case=True,
        group=1,
    ),
    Command("case.sources", "Clue sources…", (), menu="Case", icon="tune", needs_case=True, group=1),
    Command("case.saved", "Named snapshot", ("Ctrl+S",), needs_case=True),
    Command(
        "case.report",
        "Export report…",
        ("Ctrl+E",),
        menu="Case",
        icon="file-document-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.merge", "Bring in another copy…", (), menu="Case", icon="source-merge", needs_case=True, group=2
    ),
    Command(
        "case.bundle", "Export bundle…", (), menu="Case", icon="archive-outline", needs_case=True, group=2
    ),
    Command(
        "case.sign",
        "Sign the log…",
        ("Ctrl+Shift+S",),
        menu="Case",
        icon="file-certificate-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.redact",
        "Mask faces, plates and regions…",
        (),
        menu="Case",
        icon="eye-off-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.review",
        "Second examiner…",
        (),
        menu="Case",
        icon="account-eye-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.verify",
        "Verify integrity",
        (),
        menu="Case",
        icon="shield-check-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.stamp",
        "Import time stamp…",
        (),
        menu="Case",
        icon="clock-check-outline",
        needs_case=True,
        group=2,
    ),
    Command("case.passphrase", "Change passphrase…", (), menu="Case", icon="key-outline", group=2),
    Command("packs.show", "Packs…", (), menu="Case", icon="package-variant-closed", group=3),
    Command("app.quit", "Quit", ("Ctrl+Q",), menu="Case", group=4),
    Command("edit.undo", "Undo", ("Ctrl+Z",), menu="Edit", icon="undo", needs_case=True),
    Command("edit.redo", "Redo", ("Ctrl+Shift+Z",), menu="Edit", icon="redo", needs_case=True),
    Command(
        "edit.paste", "Paste image or coordinates", ("Ctrl+V",), menu="Edit", icon="content-paste", group=1
    ),
    Command(
        "edit.hint",
        "Say what you know",
        ("Ctrl+L",),
        menu="Edit",
        icon="message-text-outline",
        needs_case=True,
        group=1,
    ),
    Command("edit.goto", "Go to coordinates…", ("Ctrl+G",), menu="Edit", icon="crosshairs-gps", group=1),
    Command("edit.palette", "All commands…", ("Ctrl+K",), menu="Edit", icon="magnify", group=2),
    Command("exhibit.add", "Add exhibits…", ("Ctrl+I",), menu="Exhibit", icon="image-plus"),
    Command("exhibit.add_folder", "Add a folder…", (), menu="Exhibit", icon="folder-image"),
    Command(
        "exhibit.examine",
        "Read clues and find references",
        ("Ctrl+R",),
        menu="Exhibit",
        icon="text-recognition",
        needs_case=True,
        group=1,
    ),
    Command(
        "exhibit.withdraw", "Withdraw exhibit", ("Delete",), "exhibits", "Exhibit", needs_case=True, group=1
    ),
    Command(
        "exhibit.one_place",
        "Selected exhibits show one place…",
        (),
        menu="Exhibit",
        icon="link-variant",
        needs_case=True,
        group=1,
    ),
    Command(
        "exhibit.kept",
        "Withdrawn and destroyed…",
        (),
        menu="Exhibit",
        icon="archive-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "exhibit.graphic",
        "Graphic content",
        ("Shift+F9",),
        menu="Exhibit",
        icon="eye-off-outline",
        needs_case=True,
        checkable=True,
        group=2,
    ),
    Command("exhibit.destroy", "Destroy exhibit…", (), menu="Exhibit", needs_case=True, group=3),
    *(
        Command(
            f"exhibit.tag{number}", f"Tag {number}" if number else "Clear tags", (str(number),), "exhibits"
        )
        for number in range(10)
    ),
    Command("image.in", "Zoom in", ("+", "="), "image", "Image", "magnify-plus-outline"),
    Command("image.out", "Zoom out", ("-",), "image", "Image", "magnify-minus-outline"),
    Command("image.fit", "Fit to view", ("0",), "image", "Image", "fit-to-page-outline"),
    Command("image.full", "100 %", ("1",), "image", "Image", "numeric-1-box-outline"),
    Command("image.turn", "Rotate view right", ("R",), "image", "Image", "rotate-right", group=1),
    Command("image.turn_back", "Rotate view left", ("Shift+R",), "image", "Image", "rotate-left", group=1),
    Command("image.mirror", "Mirror view", ("M",), "image", "Image", "flip-horizontal", group=1),
    Command("image.box", "Mark a clue with a box", ("B",), "image", "Image", "vector-square-plus", group=2),
    Command("image.next", "Next mark", (".",), "image", "Image", group=2),
    Command("image.previous", "Previous mark", (",",), "image", "Image", group=2),
    Command(
        "image.derive",
        "Make a picture from it…",
        ("Ctrl+D",),
        menu="Image",
        icon="image-edit-outline",
        needs_case=True,
        group=3,
    ),
    Command(
        "image.shadow",
        "Measure a shadow",
        ("S",),
        "image",
        "Camera",
        "white-balance-sunny",
        needs_case=True,
    ),
    Command("camera.sun", "Sun and shadow, typed…", (), menu="Camera", needs_case=True),
    Command("camera.times", "Times at a place…", (), menu="Camera", needs_case=True),
    Command(
        "camera.stand",
        "Where did the camera stand…",
        (),
        menu="Camera",
        icon="angle-acute",
        needs_case=True,
        group=1,
    ),
    Command("clues.switch", "Clue on or off", ("Space",), "clues"),
    Command("clues.reject", "Reject clue…", ("X",), "clues"),
    Command("clues.correct", "Correct the reading…", ("E",), "clues"),
    Command("clues.region", "Show the region of a clue", ("Return", "Enter"), "clues"),
    Command("candidates.verify", "Verify candidate…", ("V",), "candidates", "Candidate", "checkbox-marked"),
    Command("candidates.review", "Put under review", ("U",), "candidates", "Candidate", "rhombus"),
    Command("candidates.reject", "Reject candidate…", ("X",), "candidates", "Candidate", "close-thick"),
    Command("candidates.compare", "Compare candidate", ("C",), "candidates", "Candidate", "compare", group=1),
    Command(
        "candidates.map",
        "Show candidate on the map",
        ("Return", "Enter"),
        "candidates",
        "Candidate",
        "map-outline",
        group=1,
    ),
    Command("candidates.expand", "Show or hide contributions", ("E",), "candidates", "Candidate", group=1),
    Command(
        "candidates.times",
        "Times of the sun there…",
        (),
        menu="Candidate",
        icon="white-balance-sunny",
        needs_case=True,
        group=2,
    ),
    Command(
        "candidates.copy",
        "Copy coordinates as…",
        (),
        menu="Candidate",
        icon="content-copy",
        needs_case=True,
        group=2,
    ),
    Command("candidates.strategy", "Rank by…", (), menu="Candidate", needs_case=True, group=3),
    Command("candidates.run", "Ask this strategy again", (), menu="Candidate", needs_case=True, group=3),
    Command("candidates.none", "None of these", (), menu="Candidate", needs_case=True, group=2),
    Command(
        "talk.look",
        "Look at the photograph",
        ("Ctrl+Shift+L",),
        menu="Assistant",
        icon="eye-outline",
        needs_case=True,
    ),
    Command("talk.clues", "Name clues", (), menu="Assistant", icon="format-list-checks", needs_case=True),
    Command("talk.summary", "Summarise in the model's words", (), menu="Assistant", needs_case=True),
    Command("talk.stop", "Stop the model", ("Esc",), menu="Assistant", group=1),
    Command("talk.model", "Language model…", (), menu="Assistant", icon="robot-outline", group=2),
    Command("compare.lock", "Lock the panes together", ("K",), "compare", "Compare", "lock-outline"),
    Command("compare.anchor", "Set an anchor", ("A",), "compare", "Compare", "anchor"),
    Command("compare.ab", "Show A or B", ("Space",), "compare", "Compare", "swap-horizontal"),
    Command("compare.more", "Reference more opaque", ("Shift+Right",), "compare", "Compare", group=1),
    Command("compare.less", "Reference less opaque", ("Shift+Left",), "compare", "Compare", group=1),
    Command("compare.next", "Next reference", ("PgDown", "]"), "compare", "Compare", group=2),
    Command("compare.previous", "Previous reference", ("PgUp", "["), "compare", "Compare", group=2),
    Command("report.include", "Section in or out of the report", ("Space",), "report"),
    Command("view.examine", "Examine", ("F2", "Ctrl+1"), menu="View", icon="image-outline"),
    Command("view.compare", "Compare", ("F3", "Ctrl+2"), menu="View", icon="compare"),
    Command("view.map", "Map", ("F4", "Ctrl+3"), menu="View", icon="map-outline"),
    Command("view.report", "Report", ("F5", "Ctrl+4"), menu="View", icon="file-document-outline"),
    Command("view.left", "Exhibits pane", ("F7",), menu="View", icon="dock-left", checkable=True, group=1),
    Command("view.right", "Inspector pane", ("F8",), menu="View", icon="dock-right", checkable=True, group=1),
    Command("view.next_pane", "Next pane", ("F6",), menu="View", group=2),
    Command("view.previous_pane", "Previous pane", ("Shift+F6",), menu="View", group=2),
    Command(
        "view.cover",
        "Cover graphic content",
        ("F9",),
        menu="View",
        icon="eye-off-outline",
        checkable=True,
        group=3,
    ),
    Command("view.cover_all", "Cover all pictures", (), menu="View", checkable=True, group=3),
    Command("view.full", "Full screen", ("F11",), menu="View", icon="fullscreen", checkable=True, group=3),
    Command("view.system", "Appearance: as the system", (), menu="View", checkable=True, group=4),
    Command("view.light", "Appearance: light", (), menu="View", checkable=True, group=4),
    Command("view.dark", "Appearance: dark", (), menu="View", checkable=True, group=4),
    Command("help.keys", "Keyboard", ("F1",), menu="Help", icon="keyboard-outline"),
)

MENUS = ("Case", "Edit", "Exhibit", "Image", "Camera", "Candidate", "Assistant", "Compare", "View", "Help")
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


#: What would change a case: off while it is open read-only.
WRITES = frozenset(
    (
        *("case.question", "case.references", "case.sources", "case.stamp", "edit.undo", "edit.redo"),
        *("edit.hint", "exhibit.add", "exhibit.add_folder", "exhibit.examine", "exhibit.withdraw"),
        *("exhibit.one_place", "exhibit.graphic", "exhibit.destroy", "image.shadow", "image.derive"),
        *("camera.sun", "camera.stand", "candidates.run", "candidates.none", "talk.look", "talk.clues"),
        *("talk.summary", "case.sign", "case.redact", "case.review", "case.merge", "case.bundle"),
    )
)


def command(name: str) -> Command:
    return next(c for c in COMMANDS if c.id == name)
