"""Notes, leads and filed references: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "desk.note",
        "Note on the exhibit",
        (),
        menu="Exhibit",
        icon="note-text-outline",
        needs_case=True,
        group=4,
    ),
    Command("desk.case_note", "Note on the case", (), menu="Case", needs_case=True, group=1),
    Command("desk.lead", "New lead…", (), menu="Exhibit", icon="flag-plus-outline", needs_case=True, group=4),
    Command(
        "desk.references",
        "Filed references…",
        (),
        menu="Case",
        icon="image-search-outline",
        needs_case=True,
        group=1,
    ),
    Command("desk.reference", "File a reference…", (), menu="Exhibit", needs_case=True, group=4),
)
