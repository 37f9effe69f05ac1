"""What was done, and what it does not show: sentences derived from the records of the case. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from theodolite.chronology import WhenFinding
from theodolite.domain import CaseState, HintState, Ranking
from theodolite.index import novelty
from theodolite.report import strategies, words
from theodolite.report.wording import say

_PRIOR = {
    "mixed": "half photographs per place, a third people, the rest equal land",
    "photo": "how many photographs come from a place",
    "population": "how many people live at a place",
    "land": "every piece of land alike",
}


def steps(state: CaseState, rankings: Sequence[Ranking]) -> tuple[tuple[str, str], ...]:
    """(who, what) in order; 'automatic' and 'person' kept apart."""
    count = len(state.exhibits)
    taken = (
        "{count} file was copied into the case, hashed with SHA-256 and MD5 and recorded before anything"
        " decoded it. Later work used derived copies only."
        if count == 1
        else "{count} files were copied into the case, hashed with SHA-256 and MD5 and recorded before"
        " anything decoded them. Later work used derived copies only."
    )
    found = [("automatic", say(taken, count=count))]
    machine = sorted({f"{c.method} {c.version}".strip() for c in state.clues if not c.by_person})
    if machine:
        found.append(
            ("automatic", say("Clues were read from the exhibits by {names}.", names=words.listed(machine)))
        )
    by_hand = [c.id for c in state.clues if c.by_person]
    if by_hand:
        found.append(("person", _about(by_hand, "{names} was observed and recorded by a person.",
                                       "{names} were observed and recorded by a person.")))  # fmt: skip
    found += [("automatic", text) for text in _compared(state)]
    found += [("automatic", strategies.step(answer)) for answer in state.answers]
    on = [h.id for h in state.hints if h.state is HintState.ON]
    if on:
        found.append(("person", _about(on, "{names} was stated by the investigator and applied.",
                                       "{names} were stated by the investigator and applied.")))  # fmt: skip
    found += [("automatic", _ranking(ranking)) for ranking in rankings]
    for item in state.derived:
        text = "{name} was made from {exhibit} by the recipe printed under Derived images."
        found.append(("person", say(text, name=item.id, exhibit=item.exhibit)))
    if state.verdicts:
        people = words.listed(sorted({verdict.person for verdict in state.verdicts}))
        found.append(
            ("person", say("Verdicts were given by {names}; no program can give one.", names=people))
        )
    for review in state.reviews:
        text = (
            "{person} reviewed the case without having seen the first verdict."
            if review.blind
            else "{person} reviewed the case and had seen the first verdict."
        )
        found.append(("person", say(text, person=review.person)))
    return tuple(found)


def _about(names: Sequence[str], one: str, several: str) -> str:
    """A sentence about one or several ids."""
    return say(one if len(names) == 1 else several, names=words.listed(tuple(names)))


def _compared(state: CaseState) -> list[str]:
    found = []
    for search in state.searches:
        indexes = words.listed([path.rstrip("/").rsplit("/", 1)[-1] for path, _ in search.indexes])
        text = say(
            "{exhibit} was compared with {total} geotagged photographs of {indexes} by the image"
            " encoder {pack} (SHA-256 {hash}…).",
            exhibit=search.exhibit,
            total=f"{search.total:,}",
            indexes=indexes or say("no index"),
            pack=search.pack,
            hash=search.pack_sha256[:12],
        )
        found.append(text)
    for look in state.looks:
        text = say(
            "{exhibit} was compared with all places by the geo-aligned model {model} (SHA-256 {hash}…).",
            exhibit=look.exhibit,
            model=look.model,
            hash=look.pack_sha256[:12],
        )
        found.append(text)
    return found


def _ranking(ranking: Ranking) -> str:
    fitted = (
        say("Its weights were fitted on labelled data")
        if ranking.calibrated
        else say("Its weights are not calibrated")
    )
    return say(
        "For {names}, every clue, hint and comparison became a likelihood over the places of the world"
        " (strategy {strategy}; prior: {prior}), and all were added. {fitted}. The same inputs give the same"
        " scores bit for bit: places SHA-256 {places}…, scores SHA-256 {scores}….",
        names=words.listed(ranking.exhibits) or say("the case"),
        strategy=ranking.strategy,
        prior=say(_PRIOR[ranking.prior]) if ranking.prior in _PRIOR else ranking.prior,
        fitted=fitted,
        places=ranking.support_sha256[:12],
        scores=ranking.scores_sha256[:12],
    )


def not_shown(
    state: CaseState, rankings: Sequence[Ranking], times: Mapping[str, WhenFinding]
) -> tuple[str, ...]:
    """What a hurried reader might take from the finding, and must not. ``times``: exhibit to its time."""
    found = []
    about = [name for ranking in rankings for name in ranking.exhibits]
    if not about or any(name not in times or times[name].status != "established" for name in about):
        found.append(say("When the photograph was taken: times in metadata are claims of the file."))
    found += [
        say("Where exactly the camera stood: the finding is about the scene, to within the stated radius."),
        say("Who took it, who is in it, or why it was made."),
        say("That the scene is genuine: hashes prove that these are the bytes received, nothing earlier."),
    ]
    if any(not ranking.calibrated for ranking in rankings):
        found.append(
            say("A tested frequency: likelihood words order the places, they are not yet calibrated.")
        )
    if any(e.metadata.gps is not None for e in state.exhibits):
        found.append(say("That coordinates inside a file are true: anyone can write them."))
    return tuple(found)


def limits(state: CaseState, rankings: Sequence[Ranking]) -> tuple[str, ...]:
    """Gaps and assumptions of this case."""
    found = [say("A prior is not evidence: places with many photographs or people start ahead of others.")]
    broken = [e.id for e in state.exhibits if not e.readable]
    if broken:
        text = "{names} could not be decoded; the bytes are kept, nothing was read from them."
        found.append(say(text, names=words.listed(broken)))
    waiting = [e.id for e in state.exhibits if e.readable and not e.examined]
    if waiting:
        found.append(
            _about(waiting, "{names} was not examined for clues.", "{names} were not examined for clues.")
        )
    withdrawn = [e.id for e in state.exhibits if e.withdrawn]
    if withdrawn:
        found.append(_about(withdrawn, "{names} was withdrawn from the case and does not count.",
                            "{names} were withdrawn from the case and do not count."))  # fmt: skip
    for ranking in rankings:
        if ranking.unplaceable:
            text = "{names} could not be placed on the map and says nothing."
            found.append(say(text, names=words.listed(list(ranking.unplaceable))))
    if any(search.references for search in state.searches):
        found.append(
            say("Similar photographs come from the indexes that were available here; other places may look"
                " alike and not be in them.")
        )  # fmt: skip
    for search in state.searches:
        if search.by_chance is not None and novelty.verdict(search) == "unknown":
            text = (
                "{exhibit}: the references do not know the place ({nearest}): one that none of them shows"
                " would find as good a match."
            )
            found.append(say(text, exhibit=search.exhibit, nearest=novelty.nearest_of(search)))
    if not state.reviews:
        found.append(say("No second examiner has reviewed this case."))
    if not state.signatures:
        found.append(say("Nothing in this case was signed with a key."))
    found.append(
        say(
            "The log is tamper-evident, not tamper-proof: keep the log head printed here apart from the case."
        )
    )
    return tuple(found)
