"""The comparison: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("compare.lock", "Lock the panes together", ("K",), "compare", "Compare", "lock-outline"),
    Command("compare.as_lying", "Lock the pictures as they lie", ("Shift+K",), "compare", "Compare"),
    Command("compare.anchor", "Set an anchor", ("A",), "compare", "Compare", "anchor"),
    Command("compare.clear", "Remove the anchors", ("Shift+A",), "compare", "Compare", "link-off"),
    Command(
        "compare.mark",
        "Place the number of the chosen clue",
        ("P",),
        "compare",
        "Compare",
        "numeric-1-circle-outline",
        group=1,
    ),
    Command(
        "compare.mark_aligned",
        "Place the number where the alignment has it",
        ("Shift+P",),
        "compare",
        "Compare",
        group=1,
    ),
    Command("compare.unmark", "Take the number off the reference", ("Del",), "compare", "Compare", group=1),
    Command("compare.ab", "Show A or B", ("Space",), "compare", "Compare", "circle-half-full", group=2),
    Command(
        "compare.slider",
        "Slider between A and B",
        ("S",),
        "compare",
        "Compare",
        "compare-horizontal",
        group=2,
    ),
    Command(
        "compare.blink", "Blink between A and B", ("T",), "compare", "Compare", "layers-outline", group=2
    ),
    Command("compare.difference", "Difference", ("D",), "compare", "Compare", "vector-difference", group=2),
    Command("compare.more", "Reference more opaque", ("Shift+Right",), "compare", "Compare", group=2),
    Command("compare.less", "Reference less opaque", ("Shift+Left",), "compare", "Compare", group=2),
    Command(
        "compare.mirror", "Mirror the reference", ("M",), "compare", "Compare", "flip-horizontal", group=3
    ),
    Command("compare.turn", "Rotate the comparison", ("R",), "compare", "Compare", "rotate-right", group=3),
    Command("compare.turn_back", "Rotate the comparison back", ("Shift+R",), "compare", "Compare", group=3),
    Command("compare.in", "Zoom in together", ("+", "="), "compare"),
    Command("compare.out", "Zoom out together", ("-",), "compare"),
    Command("compare.fit", "Fit the comparison to the view", ("0",), "compare"),
    Command("compare.panes1", "One picture", ("1",), "compare", "Compare", group=4),
    Command("compare.panes2", "Two pictures", ("2",), "compare", "Compare", group=4),
    Command("compare.panes3", "Three pictures", ("3",), "compare", "Compare", group=4),
    Command("compare.panes4", "Four pictures", ("4",), "compare", "Compare", group=4),
    Command(
        "compare.choose", "Choose what stands beside…", ("Return", "Enter"), "compare", "Compare", group=5
    ),
    Command("compare.swap", "Swap references", ("X",), "compare", "Compare", "swap-horizontal", group=5),
    Command("compare.next", "Next candidate to compare", ("PgDown", "]"), "compare", "Compare", group=5),
    Command(
        "compare.previous", "Previous candidate to compare", ("PgUp", "["), "compare", "Compare", group=5
    ),
    Command("compare.next_subject", "Next reference", ("Shift+PgDown",), "compare", "Compare", group=5),
    Command("compare.previous_subject", "Previous reference", ("Shift+PgUp",), "compare", "Compare", group=5),
    Command(
        "compare.map_view",
        "Compare with this map view",
        ("Ctrl+Shift+M",),
        menu="Compare",
        icon="map-outline",
        needs_case=True,
        group=6,
    ),
    Command(
        "compare.keep",
        "Keep in the report…",
        ("Ctrl+Return", "Ctrl+Enter"),
        "compare",
        "Compare",
        "file-document-plus-outline",
        needs_case=True,
        group=6,
    ),
)
