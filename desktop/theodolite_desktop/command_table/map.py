"""The map: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("map.all", "Show all candidates", ("0",), "map", "Map", "fit-to-page-outline"),
    Command(
        "map.add",
        "Candidate at the crosshair",
        ("A",),
        "map",
        "Map",
        "map-marker-plus-outline",
        needs_case=True,
        group=1,
    ),
    Command("map.measure", "Measure a distance", ("D",), "map", "Map", "ruler", group=1),
    Command("map.copy", "Copy coordinates of the crosshair", ("I",), "map", "Map", "content-copy", group=1),
    Command(
        "map.area", "Draw a search area", ("W",), "map", "Map", "vector-polygon", needs_case=True, group=2
    ),
    Command("map.next_area", "Next search area", ("N",), "map", "Map", needs_case=True, group=2),
    Command("map.judge", "Judge cells of the search area", ("J",), "map", "Map", needs_case=True, group=2),
    Command(
        "map.carry", "Carry this place out…", (), menu="Map", icon="export-variant", needs_case=True, group=3
    ),
    Command("map.crop", "Carry out a crop…", (), menu="Exhibit", icon="crop", needs_case=True, group=4),
    Command("map.export", "Export what the map shows…", (), menu="Map", icon="download-outline", group=3),
)
