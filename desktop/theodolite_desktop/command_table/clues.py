"""The clue list: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("clues.switch", "Clue on or off", ("Space",), "clues"),
    Command("clues.reject", "Reject clue…", ("X",), "clues"),
    Command("clues.weaker", "Make the clue weaker", ("Left",), "clues"),
    Command("clues.stronger", "Make the clue stronger", ("Right",), "clues"),
    Command("clues.note", "Write a note on the clue", ("N",), "clues"),
    Command("clues.correct", "Correct the reading…", ("E",), "clues"),
    Command("clues.region", "Show the region of a clue", ("Return", "Enter"), "clues"),
)
