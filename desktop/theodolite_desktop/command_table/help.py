"""Help: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("help.focus", "Help for this", ("F1",), menu="Help", icon="help-circle-outline"),
    Command("help.contents", "All pages of the help", (), menu="Help", icon="book-open-variant"),
    Command("help.keys", "Keyboard", ("Ctrl+F1",), menu="Help", icon="keyboard-outline"),
    Command("help.tour", "Tour of the sample case…", (), menu="Help", icon="map-marker-path", group=1),
)
