"""The comparison: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("compare.lock", "Lock the panes together", ("K",), "compare", "Compare", "lock-outline"),
    Command("compare.anchor", "Set an anchor", ("A",), "compare", "Compare", "anchor"),
    Command("compare.ab", "Show A or B", ("Space",), "compare", "Compare", "swap-horizontal"),
    Command("compare.more", "Reference more opaque", ("Shift+Right",), "compare", "Compare", group=1),
    Command("compare.less", "Reference less opaque", ("Shift+Left",), "compare", "Compare", group=1),
    Command("compare.next", "Next reference", ("PgDown", "]"), "compare", "Compare", group=2),
    Command("compare.previous", "Previous reference", ("PgUp", "["), "compare", "Compare", group=2),
)
