"""The image view and the camera: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("image.in", "Zoom in", ("+", "="), "image", "Image", "magnify-plus-outline"),
    Command("image.out", "Zoom out", ("-",), "image", "Image", "magnify-minus-outline"),
    Command("image.fit", "Fit to view", ("0",), "image", "Image", "fit-to-page-outline"),
    Command("image.full", "100 %", ("1",), "image", "Image", "numeric-1-box-outline"),
    Command("image.turn", "Rotate view right", ("R",), "image", "Image", "rotate-right", group=1),
    Command("image.turn_back", "Rotate view left", ("Shift+R",), "image", "Image", "rotate-left", group=1),
    Command("image.mirror", "Mirror view", ("M",), "image", "Image", "flip-horizontal", group=1),
    Command("image.box", "Mark a clue with a box", ("B",), "image", "Image", "vector-square-plus", group=2),
    Command("image.next", "Next mark", (".",), "image", "Image", group=2),
    Command("image.previous", "Previous mark", (",",), "image", "Image", group=2),
    Command(
        "image.derive",
        "Make a picture from it…",
        ("Ctrl+D",),
        menu="Image",
        icon="image-edit-outline",
        needs_case=True,
        group=3,
    ),
    Command(
        "image.shadow",
        "Measure a shadow",
        ("S",),
        "image",
        "Camera",
        "white-balance-sunny",
        needs_case=True,
    ),
    Command("camera.sun", "Sun and shadow, typed…", (), menu="Camera", needs_case=True),
    Command("camera.times", "Times at a place…", (), menu="Camera", needs_case=True),
    Command(
        "camera.stand",
        "Where did the camera stand…",
        (),
        menu="Camera",
        icon="angle-acute",
        needs_case=True,
        group=1,
    ),
)
