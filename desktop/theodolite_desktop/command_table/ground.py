"""What lies under the map: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("map.points", "Reference points", (), menu="Map", needs_case=True, checkable=True, group=3),
    Command("map.pack", "Import a map pack…", (), menu="Map", group=4),
)
