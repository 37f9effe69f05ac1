"""Undo, paste, and what is typed: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
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
    Command("app.settings", "Settings…", ("Ctrl+,",), menu="Edit", icon="cog-outline", group=3),
)
