"""Finding in the case: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "edit.find", "Find in the case…", ("Ctrl+F",), menu="Edit", icon="magnify", needs_case=True, group=2
    ),
)
