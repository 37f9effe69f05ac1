"""Candidates: records of the table of commands."""

from theodolite_desktop.command_table.record import Command

COMMANDS: tuple[Command, ...] = (
    Command("candidates.verify", "Verify candidate…", ("V",), "candidates", "Candidate", "checkbox-marked"),
    Command("candidates.review", "Put under review", ("U",), "candidates", "Candidate", "rhombus"),
    Command("candidates.reject", "Reject candidate…", ("X",), "candidates", "Candidate", "close-thick"),
    Command("candidates.compare", "Compare candidate", ("C",), "candidates", "Candidate", "compare", group=1),
    Command(
        "candidates.map",
        "Show candidate on the map",
        ("Return", "Enter"),
        "candidates",
        "Candidate",
        "map-outline",
        group=1,
    ),
    Command("candidates.expand", "Show or hide contributions", ("E",), "candidates", "Candidate", group=1),
    Command(
        "candidates.times",
        "Times of the sun there…",
        (),
        menu="Candidate",
        icon="white-balance-sunny",
        needs_case=True,
        group=2,
    ),
    Command(
        "candidates.copy",
        "Copy coordinates as…",
        (),
        menu="Candidate",
        icon="content-copy",
        needs_case=True,
        group=2,
    ),
    Command("candidates.strategy", "Rank by…", (), menu="Candidate", needs_case=True, group=3),
    Command("candidates.run", "Ask this strategy again", (), menu="Candidate", needs_case=True, group=3),
    Command("candidates.none", "None of these", (), menu="Candidate", needs_case=True, group=2),
)
