"""Finding in the open case: the index lives with the session and follows what is done."""

from __future__ import annotations

from collections.abc import Collection

from theodolite.engine.trusting import Trusting
from theodolite.errors import InputError, TheodoliteError
from theodolite.finding import KINDS, Found, Index
from theodolite.finding.index import LISTED
from theodolite.jobs import Job, Progress
from theodolite.workers import Call

#: Romanising is given up without an answer for so long.
SILENCE_S = 60.0


class Finding(Trusting):
    """The part of a session that searches it. Nothing of it is written anywhere."""

    _index: tuple[tuple[str, int], Index] | None = None

    def find(self, query: str, kinds: Collection[str] = (), listed: int = LISTED) -> Found:
        """Everything in the case that holds the words of ``query``; see :meth:`Index.find`.

        Raises InputError for a kind that there is not.
        """
        for kind in kinds:
            if kind not in KINDS:
                raise InputError(f"There is no kind {kind!r} to find; there are: {', '.join(KINDS)}.")
        index = self._own_index()
        for _step in index.follow(self.state):
            pass
        self._follow_log(index)
        return index.find(query, kinds, listed)

    def prepare_finding(self) -> Job[int]:
        """Take in the whole case, then its other letters in Latin ones; how many passages those were."""
        index = self._own_index()
        for done, total in index.follow(self.state):
            yield Progress("Reading the case", done, total)
        self._follow_log(index)
        strange = index.strange()
        if strange:
            call = Call("theodolite.finding.latin:romanise", {"texts": list(strange)}, SILENCE_S)
            try:
                index.romanised((yield from self.engine.desk.run(call)))
            except TheodoliteError:  # without it all is found in its own letters, which the answer says
                return 0
        return len(strange)

    def _own_index(self) -> Index:
        """A blind reviewer's knows nothing of what they must not know, and is another one; so is the one
        after a destruction, for what was destroyed is in the log no more."""
        of = (self.reviewer, len(self.state.tombstones))
        if self._index is None or self._index[0] != of:
            self._index = (of, Index())
        return self._index[1]

    def _follow_log(self, index: Index) -> None:
        new = self.state.log_length - index.last_record
        if new > 0:
            index.add_log(self.log(new if index.last_record else None))
