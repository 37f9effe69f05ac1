"""What was done, and what it does not show: sentences derived from the records of the case. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from theodolite.domain import CaseState, HintState, Ranking
from theodolite.index import novelty
from theodolite.report import strategies, words

_PRIOR = {
    "mixed": "half photographs per place, a third people, the rest equal land",
    "photo": "how many photographs come from a place",
    "population": "how many people live at a place",
    "land": "every piece of land alike",
}


def steps(state: CaseState, rankings: Sequence[Ranking]) -> tuple[tuple[str, str], ...]:
    """(who, what) in order; 'automatic' and 'person' kept apart."""
    count = len(state.exhibits)
    found = [
        ("automatic", f"{count} file{'s were' if count != 1 else ' was'} copied into the case, hashed with "
         "SHA-256 and MD5 and recorded before anything decoded them. Later work used derived copies only."),
    ]  # fmt: skip
    machine = sorted({f"{c.method} {c.version}".strip() for c in state.clues if not c.by_person})
    if machine:
        found.append(("automatic", f"Clues were read from the exhibits by {words.listed(machine)}."))
    by_hand = [c.id for c in state.clues if c.by_person]
    if by_hand:
        found.append(
            ("person", f"{words.listed(by_hand)} {_were(by_hand)} observed and recorded by a person.")
        )
    for search in state.searches:
        indexes = words.listed([path.rstrip("/").rsplit("/", 1)[-1] for path, _ in search.indexes])
        text = (
            f"{search.exhibit} was compared with {search.total:,} geotagged photographs of "
            f"{indexes or 'no index'} by the image encoder {search.pack} "
            f"(SHA-256 {search.pack_sha256[:12]}…)."
        )
        found.append(("automatic", text))
    for look in state.looks:
        text = (
            f"{look.exhibit} was compared with all places by the geo-aligned model {look.model} "
            f"(SHA-256 {look.pack_sha256[:12]}…)."
        )
        found.append(("automatic", text))
    found += [("automatic", strategies.step(answer)) for answer in state.answers]
    on = [h.id for h in state.hints if h.state is HintState.ON]
    if on:
        found.append(("person", f"{words.listed(on)} {_were(on)} stated by the investigator and applied."))
    for ranking in rankings:
        found.append(("automatic", _ranking(ranking)))
    if state.verdicts:
        people = sorted({verdict.person for verdict in state.verdicts})
        found.append(("person", f"Verdicts were given by {words.listed(people)}; no program can give one."))
    return tuple(found)


def _were(names: list[str]) -> str:
    return "was" if len(names) == 1 else "were"


def _ranking(ranking: Ranking) -> str:
    fitted = (
        "Its weights were fitted on labelled data" if ranking.calibrated else "Its weights are not calibrated"
    )
    return (
        f"For {words.listed(ranking.exhibits) or 'the case'}, every clue, hint and comparison became a "
        f"likelihood over the places of the world (strategy {ranking.strategy}; prior: "
        f"{_PRIOR.get(ranking.prior, ranking.prior)}), and all were added. {fitted}. The same inputs give "
        f"the same scores bit for bit: places SHA-256 {ranking.support_sha256[:12]}…, scores SHA-256 "
        f"{ranking.scores_sha256[:12]}…."
    )


def not_shown(state: CaseState, rankings: Sequence[Ranking]) -> tuple[str, ...]:
    """What a hurried reader might take from the finding, and must not."""
    found = [
        "When the photograph was taken: times in metadata are claims of the file.",
        "Where exactly the camera stood: the place is that of the scene, to within the stated radius.",
        "Who took it, who is in it, or why it was made.",
        "That the scene is genuine: hashes prove that these are the bytes received, nothing earlier.",
    ]
    if any(not ranking.calibrated for ranking in rankings):
        found.append("A tested frequency: likelihood words order the places, they are not yet calibrated.")
    if any(e.metadata.gps is not None for e in state.exhibits):
        found.append("That coordinates inside a file are true: anyone can write them.")
    return tuple(found)


def limits(state: CaseState, rankings: Sequence[Ranking]) -> tuple[str, ...]:
    """Gaps and assumptions of this case."""
    found = ["A prior is not evidence: places with many photographs or people start ahead of others."]
    broken = [e.id for e in state.exhibits if not e.readable]
    if broken:
        found.append(
            f"{words.listed(broken)} could not be decoded; the bytes are kept, nothing was read from them."
        )
    waiting = [e.id for e in state.exhibits if e.readable and not e.examined]
    if waiting:
        found.append(f"{words.listed(waiting)} {_were(waiting)} not examined for clues.")
    withdrawn = [e.id for e in state.exhibits if e.withdrawn]
    if withdrawn:
        found.append(
            f"{words.listed(withdrawn)} {_were(withdrawn)} withdrawn from the case and does not count."
        )
    for ranking in rankings:
        if ranking.unplaceable:
            found.append(
                f"{words.listed(list(ranking.unplaceable))} could not be placed on the map and says nothing."
            )
    if any(search.references for search in state.searches):
        found.append("Similar photographs come from the indexes that were available here; other places may "
                     "look alike and not be in them.")  # fmt: skip
    for search in state.searches:
        if search.by_chance is not None and novelty.verdict(search) == "unknown":
            found.append(
                f"{search.exhibit}: the references do not know the place ({novelty.nearest_of(search)}): one "
                "that none of them shows would find as good a match."
            )
    found.append("No second examiner has reviewed this case; nothing in it was signed.")
    found.append(
        "The log is tamper-evident, not tamper-proof: keep the log head printed here apart from the case."
    )
    return tuple(found)
