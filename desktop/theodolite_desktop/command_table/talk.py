"""The assistant: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
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
)
