"""What was held back, how a stranger checks the report, the six questions of the Berkeley Protocol. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.domain import PROTECTED, CaseState, LogRecord, Protected, Verification
from theodolite.domain.exhibit import graphic
from theodolite.report import words
from theodolite.report.choices import Choices
from theodolite.report.parts import Kit, MaskRow, Protection
from theodolite.report.wording import say

#: Protected field -> (its name in a report, what stands instead).
FIELDS: dict[Protected, tuple[str, str]] = {
    "path": ("Paths of files", "the way they came in only"),
    "name": ("File names", "E1, E2 …"),
    "serial": ("Serial numbers of cameras", "“withheld”"),
    "owner": ("Names of owners and authors in metadata", "“withheld”"),
    "account": ("Names and accounts of persons", "P1, P2 …"),
    "source": ("Names of sources", "S1, S2 …"),
}


def protection(state: CaseState, choices: Choices) -> Protection:
    """The list of what was withheld, masked and coarsened, without what it was."""
    hidden = graphic(state.exhibits)
    masks = tuple(
        MaskRow(
            m.id,
            m.exhibit,
            say(m.kind),
            m.reason,
            say("{person}, as detection proposed", person=m.person) if m.proposed else m.person,
            choices.redact,
        )
        for m in state.masks
    )
    if choices.precision_km is None:
        precision = say("Coordinates are as found.")
    else:
        precision = say(
            "Coordinates were made coarser on purpose: nothing finer than {km} km is given anywhere.",
            km=f"{choices.precision_km:g}",
        )
    return Protection(
        withheld=tuple(
            (say(FIELDS[field][0]), say(FIELDS[field][1]))
            for field in PROTECTED
            if field not in choices.disclose
        ),
        disclosed=tuple(say(FIELDS[field][0]) for field in PROTECTED if field in choices.disclose),
        masks=masks,
        precision=precision,
        at_risk=state.case.at_risk,
        handling=state.case.handling,
        distribution=state.case.distribution,
        graphic=tuple(e.id for e in state.exhibits if e.id in hidden and not e.withdrawn),
    )


def kit(head: str, *, stamped: bool, signed: bool) -> Kit:
    """What a stranger does with the bundle of this report, step by step."""
    steps = [
        (say("1. The bundle is whole"), say("Every file has its SHA-256 in manifest-sha256.txt (RFC 8493).")),
        (
            say("2. The case is what was reported"),
            say(
                "verify.py recomputes every hash from the bytes and the log and compares the last with the"
                " log head printed here. It needs Python 3.9 or later and nothing else."
            ),
        ),
        (
            say("3. The report is the one that was issued"),
            say("The SHA-256 of this file stands beside it and in the log, not in itself."),
        ),
    ]
    commands = [
        "sha256sum -c manifest-sha256.txt",
        f"python3 -I -S verify.py . --head {head}",
    ]
    if stamped:
        steps.append(
            (
                say("4. The time stamps"),
                say("RFC 3161 answers name the log head; get the authority's certificate elsewhere."),
            )
        )
        commands.append("openssl ts -verify -in STAMP.tsr -data HEAD.txt -CAfile AUTHORITY.pem")
    if signed:
        steps.append(
            (
                say("5. The signatures"),
                say(
                    "Ed25519 (RFC 8032) over a log head; compare the public key with one received from"
                    " the person."
                ),
            )
        )
        commands.append("theodolite verify BUNDLE")
    return Kit(tuple(steps), tuple(commands))


def six(state: CaseState, verification: Verification) -> tuple[tuple[str, str], ...]:
    """Authenticity, availability, identity, persistence, renderability, understandability: a line each."""
    here = [e for e in state.exhibits if not e.withdrawn]
    unread = [e.id for e in here if not e.readable]
    faults = [e.id for e in here if e.metadata.problems or e.metadata.faults]
    intact = (
        say("{files} originals match the hashes taken when they came in", files=verification.files)
        if verification.intact
        else say("the check found {count} mismatches", count=len(verification.problems))
    )
    return (
        (
            say("Authenticity"),
            say(
                "Not proven by hashes: these are the bytes received. Metadata of {names} raise doubts.",
                names=words.listed(faults),
            )
            if faults
            else say(
                "Not proven by hashes: these are the bytes received. No metadata were faulty; what files"
                " claim is compared among the clues."
            ),
        ),
        (
            say("Availability"),
            say("The originals are in the case; a bundle holds them or their hashes."),
        ),
        (say("Identity"), say("Every item has an id, SHA-256, MD5 and size, and is cited by its id.")),
        (say("Persistence"), say("Originals are kept read-only; {intact}.", intact=intact)),
        (
            say("Renderability"),
            say("{names} could not be shown.", names=words.listed(unread))
            if unread
            else say("Every item could be decoded and shown."),
        ),
        (
            say("Understandability"),
            say(
                "Observation, inference and weight are recorded apart; {count} clues, each with its method.",
                count=len(state.clues),
            ),
        ),
    )


def gaps(state: CaseState, log: Sequence[LogRecord]) -> tuple[str, ...]:
    """Gaps in the chain of custody, stated rather than left to be found."""
    found = [say("Custody before intake is not known to the program: the log begins when a file was added.")]
    for item in state.tombstones:
        found.append(
            say(
                "{name} was destroyed on purpose on {utc}; its bytes are gone.",
                name=item.exhibit,
                utc=item.utc,
            )
        )
    if any(record.action == "unfinished intake found" for record in log):
        found.append(say("A copy was interrupted once; what had arrived whole was put on record afterwards."))
    unresolved = [c.id for c in state.merge_conflicts if not c.chosen]
    if unresolved:
        found.append(
            say(
                "Two copies of the case disagree on {names}; nobody has decided.",
                names=words.listed(unresolved),
            )
        )
    return tuple(found)


def would_change(state: CaseState, verified: bool) -> tuple[str, ...]:
    """What would change the conclusion."""
    found = [say("An original file with its own metadata, or a second photograph of the same spot.")]
    if verified:
        found.append(
            say("A clue that cannot be true at the place named, or word that two clues rest on one origin.")
        )
    else:
        found.append(say("Two clues of different origin that name one place, verified by a person."))
    if any(e.metadata.taken_at for e in state.exhibits):
        found.append(say("Proof of the time that does not come from the file itself."))
    return tuple(found)
