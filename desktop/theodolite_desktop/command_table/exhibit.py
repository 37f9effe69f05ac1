"""Exhibits: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
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
    Command("exhibit.list", "Exhibits as a list", (), menu="Exhibit", icon="format-list-bulleted", group=5),
    Command("exhibit.grid", "Exhibits as a grid", (), menu="Exhibit", icon="view-grid-outline", group=5),
    Command("exhibit.table", "Exhibits as a table", (), menu="Exhibit", icon="table", group=5),
    Command(
        "exhibit.filter",
        "Filter exhibits",
        ("Ctrl+Shift+F",),
        menu="Exhibit",
        icon="filter-variant",
        needs_case=True,
        group=5,
    ),
    Command("exhibit.all", "Select all exhibits", ("Ctrl+A",), "exhibits"),
    *(
        Command(
            f"exhibit.tag{number}", f"Tag {number}" if number else "Clear tags", (str(number),), "exhibits"
        )
        for number in range(10)
    ),
)
