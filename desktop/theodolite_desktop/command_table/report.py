"""The report: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("report.include", "Section in or out of the report", ("Space",), "report"),
)
