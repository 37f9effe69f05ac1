"""Views, appearance and help: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("view.examine", "Examine", ("F2", "Ctrl+1"), menu="View", icon="image-outline"),
    Command("view.compare", "Compare", ("F3", "Ctrl+2"), menu="View", icon="compare"),
    Command("view.map", "Map", ("F4", "Ctrl+3"), menu="View", icon="map-outline"),
    Command("view.report", "Report", ("F5", "Ctrl+4"), menu="View", icon="file-document-outline"),
    Command("view.left", "Exhibits pane", ("F7",), menu="View", icon="dock-left", checkable=True, group=1),
    Command("view.right", "Inspector pane", ("F8",), menu="View", icon="dock-right", checkable=True, group=1),
    Command(
        "view.split",
        "Split the centre",
        ("Ctrl+\\",),
        menu="View",
        icon="view-split-vertical",
        checkable=True,
        group=1,
    ),
    Command("view.arrange", "Arrange panels", (), menu="View", checkable=True, group=1),
    Command("view.detach", "Detach panel", (), menu="View", icon="dock-window", group=1),
    Command("view.reset", "Reset layout", (), menu="View", icon="restore", group=1),
    Command("view.jobs", "Jobs", ("Ctrl+Shift+J",), menu="View", icon="progress-clock", group=2),
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
    Command("view.larger", "Larger text", ("Ctrl+Shift+.",), menu="View", group=5),
    Command("view.smaller", "Smaller text", ("Ctrl+Shift+,",), menu="View", group=5),
)
