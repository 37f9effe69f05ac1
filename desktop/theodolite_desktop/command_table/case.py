"""The case as a whole, packs, and leaving: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("case.new", "New case…", ("Ctrl+N",), menu="Case", icon="folder-plus-outline"),
    Command("case.open", "Open case…", ("Ctrl+O",), menu="Case", icon="folder-open-outline"),
    Command("case.read_bundle", "Open a bundle…", (), menu="Case", icon="archive-arrow-down-outline"),
    Command("case.close", "Close case", ("Ctrl+W",), menu="Case", needs_case=True),
    Command(
        "case.question",
        "Case properties…",
        (),
        menu="Case",
        icon="card-account-details-outline",
        needs_case=True,
        group=1,
    ),
    Command(
        "case.references",
        "Add reference index…",
        (),
        menu="Case",
        icon="image-search-outline",
        needs_case=True,
        group=1,
    ),
    Command("case.sources", "Clue sources…", (), menu="Case", icon="tune", needs_case=True, group=1),
    Command("case.saved", "Named snapshot", ("Ctrl+S",), needs_case=True),
    Command(
        "case.report",
        "Export report…",
        ("Ctrl+E",),
        menu="Case",
        icon="file-document-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.merge", "Bring in another copy…", (), menu="Case", icon="source-merge", needs_case=True, group=2
    ),
    Command(
        "case.bundle", "Export bundle…", (), menu="Case", icon="archive-outline", needs_case=True, group=2
    ),
    Command(
        "case.sign",
        "Sign the log…",
        ("Ctrl+Shift+S",),
        menu="Case",
        icon="file-certificate-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.redact",
        "Mask faces, plates and regions…",
        (),
        menu="Case",
        icon="eye-off-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.review",
        "Second examiner…",
        (),
        menu="Case",
        icon="account-eye-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.verify",
        "Verify integrity",
        (),
        menu="Case",
        icon="shield-check-outline",
        needs_case=True,
        group=2,
    ),
    Command(
        "case.stamp",
        "Import time stamp…",
        (),
        menu="Case",
        icon="clock-check-outline",
        needs_case=True,
        group=2,
    ),
    Command("case.passphrase", "Change passphrase…", (), menu="Case", icon="key-outline", group=2),
    Command("packs.show", "Packs…", (), menu="Case", icon="package-variant-closed", group=3),
    Command("app.quit", "Quit", ("Ctrl+Q",), menu="Case", group=4),
)
