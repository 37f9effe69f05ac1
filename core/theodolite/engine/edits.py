"""What the investigator does to a case: each method is one recorded, undoable step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from theodolite.domain import (
    Candidate,
    ClueReach,
    Hint,
    HintState,
    LinkReach,
    Message,
    NamedMoment,
    Person,
    Pin,
    PointReach,
    Reach,
    Source,
    Status,
    Strength,
    Verdict,
)
from theodolite.engine import independence, naming
from theodolite.engine.areas import Areas
from theodolite.engine.changes import Changes
from theodolite.engine.clue_edits import ClueEdits
from theodolite.engine.deskwork import DeskWork
from theodolite.engine.engine import utc_now
from theodolite.engine.independence import Independence
from theodolite.engine.keeping import Keeping
from theodolite.errors import HintNotUnderstood, InputError, NotFound, legible
from theodolite.geo import coordinates
from theodolite.relations import relations

NEEDED_TO_VERIFY = 2


class Edits(Keeping, DeskWork, Areas, ClueEdits):
    """The writing half of a session."""

    def set_case(self, **changes: Any) -> Changes:
        """Change title, question, claim, claim_source or prior."""
        self.store.set_case(replace(self.state.case, **changes))
        return Changes(case=True, candidates="prior" in changes)

    def put_person(self, person: Person) -> Changes:
        """Add someone who handles the case (id ''), or change what is known of them."""
        if person.id:
            self.store.change("person", person.id, person, "person changed", undoable=True)
        else:
            self.store.add("person", person, "person added", undoable=True)
        return Changes(case=True)

    def put_source(self, source: Source) -> Changes:
        """Add who gave material or made a claim (id ''), or change what is known of them."""
        if source.id:
            self.store.change("source", source.id, source, "source changed", undoable=True)
        else:
            self.store.add("source", source, "source added", undoable=True)
        return Changes(case=True)

    def withdraw(self, exhibit: str) -> Changes:
        """Take an exhibit out of consideration; its bytes and history stay."""
        self.store.update_exhibit(replace(self.exhibit(exhibit), withdrawn=True), "exhibit withdrawn")
        return Changes(exhibits=True, clues=True, candidates=True)

    def add_index(self, folder: Path) -> Changes:
        """Let the case search the index in ``folder``; it is opened and checked first."""
        from theodolite.index import store as index_store

        index_store.check(folder)
        index_store.forget()  # the vision worker searches; here it would only take memory
        self.store.add_index(str(folder.resolve()))
        return Changes(references=True, case=True)

    # --- hints -----------------------------------------------------------------------------------

    def propose_hints(
        self, text: str, state: HintState = HintState.PROPOSED, listed: Sequence[PointReach] = ()
    ) -> tuple[Hint, ...]:
        """Read ``text`` as hints and add them; raises HintNotUnderstood and then adds nothing.

        ``listed``: the candidates that "none of these" means.
        """
        from theodolite.assistant import hints

        parsed = hints.parse(text, self.engine.world, self.engine.gazetteer, listed)
        self.named_exist(one.reach for one in parsed)
        return tuple(
            self.store.add_hint(
                Hint(
                    id="",
                    text=text,
                    reading=one.reading,
                    reach=one.reach,
                    strength=one.strength,
                    state=state,
                    created_utc=utc_now(),
                    exclude=one.exclude,
                )
            )
            for one in parsed
        )

    def named_exist(self, reaches: Iterable[Reach]) -> None:
        """Raises HintNotUnderstood for a record that is not in this case."""
        exhibits, clues = {e.id for e in self.state.exhibits}, {c.id for c in self.state.clues}
        for reach in reaches:
            for name in reach.exhibits if isinstance(reach, LinkReach) else ():
                if name not in exhibits:
                    raise HintNotUnderstood(f"There is no exhibit {name} in this case.")
            if isinstance(reach, ClueReach) and reach.clue not in clues:
                raise HintNotUnderstood(f"There is no clue {reach.clue} in this case.")

    def tell(self, text: str, listed: Sequence[PointReach] = ()) -> Changes:
        """One line of conversation: hints in it become proposed chips, the rest is answered honestly."""
        text, operator = legible(text), self.state.case.operator
        self.store.add_message(Message("", "person", text, utc_now(), operator))
        try:
            self.propose_hints(text, listed=listed)
        except HintNotUnderstood as error:
            self.store.add_message(Message("", "system", str(error), utc_now()))
            return Changes(messages=True)
        return Changes(messages=True, hints=True)

    def hint(self, hint: str) -> Hint:
        for item in self.state.hints:
            if item.id == hint:
                return item
        raise NotFound(f"There is no hint {hint} in this case.")

    def set_hint(self, hint: str, state: HintState, exhibits: Sequence[str] = ()) -> Changes:
        """``exhibits``: those in view, whose answer the hint may contradict (see Session)."""
        self.store.update_hint(replace(self.hint(hint), state=state), f"hint {state.value}")
        return Changes(hints=True, candidates=True)

    def apply_hint(self, hint: str, exhibits: Sequence[str] = ()) -> Changes:
        return self.set_hint(hint, HintState.ON, exhibits)

    def set_hint_strength(self, hint: str, strength: Strength) -> Changes:
        self.store.update_hint(replace(self.hint(hint), strength=strength), "hint strength changed")
        return Changes(hints=True, candidates=True)

    def remove_hint(self, hint: str) -> Changes:
        self.store.remove_hint(self.hint(hint).id)
        return Changes(hints=True, candidates=True)

    # --- candidates ------------------------------------------------------------------------------

    def add_pin(self, exhibit: str, text: str, label: str = "", radius_km: float = 1.0) -> Changes:
        """A candidate named by a person: a pasted coordinate, in any format we read."""
        lat, lon = coordinates.parse(text)
        if exhibit:
            self.exhibit(exhibit)
        self.store.add_pin(Pin("", exhibit, lat, lon, radius_km, label.strip(), f"pasted: {text.strip()}"))
        return Changes(candidates=True)

    def independence(self, exhibit: str, candidate: Candidate) -> Independence:
        """How many clues that share no origin support ``candidate`` for ``exhibit`` ('' for all), and which
        origin others share."""
        state = self.state
        return independence.explain(
            candidate,
            [c for c in state.clues if not exhibit or c.exhibit == exhibit],
            [s for s in state.searches if not exhibit or s.exhibit == exhibit],
            beside=[c for c in state.clues if exhibit and c.exhibit != exhibit],
            relations=relations(state.exhibits),
        )

    def set_verdict(
        self, exhibit: str, candidate: Candidate, status: Status, reason: str = "", override: bool = False
    ) -> Changes:
        """A person's word on a candidate. Verified needs two independent clues, or a recorded override."""
        state = self.state
        if status is Status.REJECTED and not reason.strip():
            raise InputError("Say why the candidate is rejected.")
        if status is Status.VERIFIED:
            found = self.independence(exhibit, candidate)
            if found.count < NEEDED_TO_VERIFY and not (override and reason.strip()):
                shared = f" ({found.text})" if found.shared else ""
                raise InputError(
                    f"Verified needs {NEEDED_TO_VERIFY} clues that share no origin; "
                    f"{candidate.label} has {found.count}{shared}. "
                    "Add an independent clue, or say why you override this."
                )
        self.store.add_verdict(
            Verdict(
                id="",
                exhibit=exhibit,
                lat=candidate.lat,
                lon=candidate.lon,
                label=candidate.label,
                status=status,
                reason=reason.strip(),
                person=state.case.operator,
                utc=utc_now(),
                override=override,
            )
        )
        return Changes(candidates=True)

    # --- history and view --------------------------------------------------------------------------

    def undo(self) -> Changes:
        """Retract the last edit; the retraction is recorded."""
        self.store.undo()
        return Changes.everything()

    def redo(self) -> Changes:
        self.store.redo()
        return Changes.everything()

    def snapshot(self, name: str) -> Changes:
        """Put a name on the case as it is now: one record, with the head of the log before it."""
        state = self.state
        moment = {"name": naming.checked(name), "head": state.log_head, "length": state.log_length}
        self.store.record(naming.SNAPSHOT, moment)
        return Changes()

    def snapshots(self) -> tuple[NamedMoment, ...]:
        """The moments that were given a name, oldest first."""
        return naming.named(self.store.log())

    def printed(self, sha256: str, printer: str) -> Changes:
        """A report file, by its hash, was handed to a printer of this computer."""
        self.store.record("report printed", {"sha256": sha256, "printer": printer})
        return Changes()

    def view_state(self) -> dict[str, Any]:
        """How the window looked when the case was last shown."""
        return self.store.view_state()

    def set_view_state(self, state: dict[str, Any]) -> None:
        self.store.set_view_state(state)
