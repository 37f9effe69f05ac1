"""Leads and filed references: each method is one recorded, undoable step. Nothing here is evidence."""

from __future__ import annotations

import calendar
import io
import math
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from theodolite.domain import FiledReference, Lead, LeadState
from theodolite.domain.links import known
from theodolite.engine.changes import Changes, Pixels
from theodolite.engine.recorded import Recorded
from theodolite.errors import FormatRefused, InputError, NotFound, legible
from theodolite.jobs import Job

LEAD_STATES: tuple[LeadState, ...] = get_args(LeadState)
REFERENCE_KINDS: tuple[str, ...] = ("photograph", "satellite", "street view", "map")
PICTURE = ("sha256", "media_type", "width", "height")
"""What is a fact about a picture: it never changes."""

_DAY = r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
_DATE = re.compile(_DAY)
_MOMENT = re.compile(rf"{_DAY}(?:T(?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}}))?Z)?")


class DeskWork(Recorded):
    """The part of a session that keeps what is still to be done, and what a place is compared with."""

    # --- leads -------------------------------------------------------------------------------------

    def put_lead(self, lead: Lead) -> Changes:
        """Add a lead (id ''), or change one. InputError without a text, without a reason to drop it, for an
        owner who is no person of the case, and for a record that is not there."""
        value = replace(
            lead,
            text=legible(lead.text).strip(),
            outcome=legible(lead.outcome).strip(),
            owner=lead.owner.strip(),
            about=self._about(lead.about, lead.id),
        )
        if not value.text:
            raise InputError("Write what is to be done.")
        if value.state not in LEAD_STATES:
            raise InputError(f"A lead is {', '.join(LEAD_STATES[:-1])} or {LEAD_STATES[-1]}.")
        if value.state == "dropped" and not value.outcome:
            raise InputError("Say why the lead is dropped.")
        if value.owner and value.owner not in {person.id for person in self.state.persons}:
            raise NotFound(f"There is no person {value.owner} in this case. Add the person first.")
        if not lead.id:
            self.store.add("lead", value, "lead added", undoable=True)
        elif value != (before := self.lead(lead.id)):
            action = f"lead {value.state}" if value.state != before.state else "lead changed"
            self.store.change("lead", lead.id, value, action, undoable=True)
        return Changes(case=True)

    def remove_lead(self, lead: str) -> Changes:
        """Take a lead out of the case; the log keeps it, and undo brings it back."""
        self.store.change("lead", self.lead(lead).id, None, "lead taken out", undoable=True)
        return Changes(case=True)

    def lead(self, lead: str) -> Lead:
        for one in self.state.leads:
            if one.id == lead:
                return one
        raise NotFound(f"There is no lead {lead} in this case.")

    # --- references --------------------------------------------------------------------------------

    def file_reference(
        self, reference: FiledReference, picture: Path | bytes | None = None, name: str = "picture"
    ) -> Job[Changes]:
        """Put a reference on record, with its picture in the vault if there is one.

        The picture is stored and hashed before it is decoded, like an exhibit; one that cannot be decoded is
        kept, with a width of 0. ``name``: what bytes without a file are called in messages. InputError
        without a provider, for values out of range, for a picture that is an exhibit of the case;
        FormatRefused for what is no image.
        """
        value = self._checked(replace(reference, id="", sha256="", media_type="", width=0, height=0))
        if picture is not None:
            value = yield from self._pictured(value, picture, name)
        self.store.add("filed", value, "reference filed", undoable=True)
        return Changes(references=True, case=True)

    def change_reference(self, reference: FiledReference) -> Changes:
        """What is known of a reference from now on. Its picture is a fact and stays as it was filed."""
        before = self.filed(reference.id)
        facts: dict[str, Any] = {name: getattr(before, name) for name in PICTURE}
        value = replace(self._checked(reference), **facts)
        if value != before:
            self.store.change("filed", value.id, value, "reference changed", undoable=True)
        return Changes(references=True, case=True)

    def picture_reference(self, reference: str, picture: Path | bytes, name: str = "picture") -> Job[Changes]:
        """Give a reference that was filed without one its picture; InputError where it has one."""
        before = self.filed(reference)
        if before.sha256:
            raise InputError(f"{reference} has a picture. File another reference for another picture.")
        value = yield from self._pictured(before, picture, name)
        self.store.change("filed", value.id, value, "reference pictured", undoable=True)
        return Changes(references=True, case=True)

    def withdraw_reference(self, reference: str, withdrawn: bool = True) -> Changes:
        """Take a reference out of consideration, or back into it; its picture and history stay."""
        before = self.filed(reference)
        if before.withdrawn != withdrawn:
            action = "reference withdrawn" if withdrawn else "reference restored"
            self.store.change("filed", reference, replace(before, withdrawn=withdrawn), action, undoable=True)
        return Changes(references=True, case=True)

    def filed(self, reference: str) -> FiledReference:
        for one in self.state.filed:
            if one.id == reference:
                return one
        raise NotFound(f"There is no filed reference {reference} in this case.")

    def filed_pixels(self, reference: str, max_side: int | None = None) -> Job[Pixels]:
        """The upright picture of a filed reference, decoded in the sandbox; NotFound where it has none."""
        with self.store.original(self._picture_of(reference)) as path:
            array = yield from self.engine.decoder.pixels_job(path, max_side)
        return Pixels(array.shape[1], array.shape[0], array.tobytes())

    def filed_thumbnail(self, reference: str, side: int = 256) -> bytes:
        """A JPEG of a filed reference, at most ``side`` pixels, made in the sandbox."""
        with self.store.original(self._picture_of(reference)) as path:
            return self.engine.decoder.thumbnail(path, side)

    def _picture_of(self, reference: str) -> str:
        found = self.filed(reference)
        if not found.sha256:
            raise NotFound(f"{reference} was filed without a picture.")
        return found.sha256

    def _pictured(self, value: FiledReference, picture: Path | bytes, name: str) -> Job[FiledReference]:
        from theodolite.evidence.decode import file_type
        from theodolite.evidence.formats import sniff

        shown = legible(picture.name) if isinstance(picture, Path) else name
        media_type = file_type(picture) if isinstance(picture, Path) else sniff(picture)
        if media_type is None or not media_type.startswith("image/"):
            raise FormatRefused(f"{shown} is no image we know; a reference is filed with a picture.")
        if isinstance(picture, Path):
            stored = yield from self.store.take(picture)
        else:
            stored = yield from self.store.store_job(io.BytesIO(picture), name=shown)
        same = self.store.holding(stored.sha256)
        if same is not None:
            raise InputError(f"This picture is the exhibit {same.id}. Compare with the exhibit itself.")
        with self.store.original(stored.sha256) as path:
            found = yield from self.engine.decoder.inspect_job(path, shown)
        return replace(
            value,
            sha256=stored.sha256,
            media_type=found.media_type,
            width=found.width,
            height=found.height,
        )

    def _checked(self, given: FiledReference) -> FiledReference:
        """``given`` with its texts trimmed and its heading in [0, 360); InputError says what is wrong."""
        texts = ("title", "provider", "imagery_date", "captured_utc", "licence", "address", "note")
        clean: dict[str, Any] = {name: legible(getattr(given, name)).strip() for name in texts}
        value = replace(given, **clean, about=self._about(given.about, given.id))
        if value.kind not in REFERENCE_KINDS:
            raise InputError(f"A reference is a {', '.join(REFERENCE_KINDS[:-1])} or {REFERENCE_KINDS[-1]}.")
        if not value.provider:
            raise InputError("Name the provider of the reference: who made or publishes the picture.")
        if (value.lat is None) != (value.lon is None):
            raise InputError("A position needs latitude and longitude.")
        _within("latitude", value.lat, -90.0, 90.0)
        _within("longitude", value.lon, -180.0, 180.0)
        _within("pitch", value.pitch, -90.0, 90.0)
        _within("field of view", value.field_of_view, 0.0, 360.0, above=True)
        _within("zoom", value.zoom, 0.0, 30.0)
        _within("heading", value.heading, -360.0, 360.0)
        check_date(value.imagery_date, "The imagery date")
        check_date(value.captured_utc, "The capture date", moment=True)
        heading = None if value.heading is None else value.heading % 360.0 % 360.0
        lon = -180.0 if value.lon == 180.0 else value.lon
        return replace(
            value, heading=heading, lon=lon, title=value.title or f"{value.kind}, {value.provider}"
        )

    def _about(self, names: Iterable[str], own: str) -> tuple[str, ...]:
        """The records named, each once and in this order; NotFound for one that is not there. What was named
        before may be gone since: destroyed, or undone."""
        wanted = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
        if wanted:
            state = self.state
            before = {one.id: one.about for one in state.leads} | {one.id: one.about for one in state.filed}
            there = {*known(state), *before.get(own, ())}
            for name in wanted:
                if name not in there or name == own:
                    raise NotFound(f"There is no record {name} in this case.")
        return wanted


def filled(reference: FiledReference, address: str) -> tuple[FiledReference, str]:
    """``reference`` with what a pasted address of a map or street view says, and what to know about that.

    The address is taken apart as text and never opened; what it does not say stays. InputError, Ambiguous.
    """
    from theodolite.geo import addresses

    found = addresses.parse(address)
    told: dict[str, Any] = {
        name: value
        for name in ("lat", "lon", "zoom", "heading", "pitch", "field_of_view", "imagery_date")
        if (value := getattr(found, name)) not in (None, "")
    }
    if found.provider:
        told["provider"] = found.provider
    if found.picture and found.picture not in reference.note:
        told["note"] = f"{reference.note}\n{found.provider}: {found.picture}".strip()
    return replace(reference, kind=found.kind, address=address.strip(), **told), found.note


def check_date(text: str, what: str, *, moment: bool = False) -> None:
    """InputError unless ``text`` is '' or a date as far as it is known: 2019, 2019-07, 2019-07-04; with
    ``moment`` also 2019-07-04T10:30Z."""
    if not text:
        return
    found = (_MOMENT if moment else _DATE).fullmatch(text)
    also = " or 2019-07-04T10:30Z" if moment else ""
    problem = InputError(f"{what} is written as 2019, 2019-07 or 2019-07-04{also}; {text!r} is none.")
    if found is None:
        raise problem
    parts = {name: int(value) for name, value in found.groupdict().items() if value}
    year, month = parts["year"], parts.get("month", 1)
    if (
        year < 1
        or not 1 <= month <= 12
        or not 1 <= parts.get("day", 1) <= calendar.monthrange(year, month)[1]
    ):
        raise problem
    if "hour" in parts and "day" not in parts:
        raise problem
    if parts.get("hour", 0) > 23 or parts.get("minute", 0) > 59 or parts.get("second", 0) > 59:
        raise problem


def _within(what: str, value: float | None, low: float, high: float, *, above: bool = False) -> None:
    if value is None:
        return
    if not math.isfinite(value) or not low <= value <= high or (above and value <= low):
        raise InputError(f"The {what} lies between {low:g} and {high:g}; {value:g} does not.")
