"""Records of the log as a person reads them: values and names filled in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from theodolite.domain import LogRecord
from theodolite.store import log
from theodolite.store.sealing import Box


class Reader:
    """Fills records from the sealed values; what was filled for a view is kept for the next look."""

    def __init__(self, box: Box) -> None:
        self._box = box
        self._kept: dict[int, str] = {}

    def filled(
        self, records: Iterable[LogRecord], accounts: Mapping[str, str], *, keep: bool
    ) -> Iterator[LogRecord]:
        """``records`` with payloads filled in and ``accounts`` for the codes of persons.

        A value that is gone is named by its digest: ``{"destroyed": D}`` or ``{"withheld": D}``. A record of
        format 1 is as it was written, or empty where it was destroyed.
        """
        records = tuple(records)
        shown = {one.sequence: self._kept[one.sequence] for one in records if one.sequence in self._kept}
        new = [record for record in records if record.payload and record.sequence not in shown]
        parsed = [(record.sequence, json.loads(record.payload)) for record in new]
        opener = self._box.opened(payload for _, payload in parsed)
        for sequence, payload in parsed:
            if log.is_sealed(payload):
                payload["detail"] = opener.shown(payload["detail"])
                for change in payload["changes"]:
                    change |= {at: opener.shown(change[at]) for at in ("after", "before") if at in change}
                shown[sequence] = log.text_of(payload)
        if keep:
            self._kept |= shown
        for record in records:
            if text := shown.get(record.sequence):
                yield replace(record, operator=accounts.get(record.operator, record.operator), payload=text)
            else:
                yield record
