"""What a validator says of a C2PA manifest store, as one small record. Pure; runs in the decode sandbox.

Input is the JSON of c2pa-rs (``Reader.json``): ``manifests``, ``active_manifest``, ``validation_results``
(C2PA specification 2.x, section 15, "Validation"). Everything in it is a statement of the file, also the
names of signers; what the validator found are the codes of section 15.2 of that specification.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from theodolite.domain import GpsClaim
from theodolite.evidence.c2pa_fields import Stated, stated

State = Literal["valid", "invalid", "unknown trust", "absent", "remote", "unreadable"]

MAX_ROWS = 200
MAX_TEXT = 300
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")

_UNTRUSTED = "signingCredential.untrusted"
_MISMATCH, _MATCH = "assertion.dataHash.mismatch", "assertion.dataHash.match"
#: Codes that an ingredient may carry from its import without having failed (section 15.2.1 and 15.2.3).
_HARMLESS = re.compile(
    r"(^timeStamp\.|\.ocsp\.|^signingCredential\.(un)?trusted$|^ingredient\.unknownProvenance$"
    r"|\.(match|validated|insideValidity|accessible|trusted|notRevoked|skipped)$|additionalExclusionsPresent$)"
)


@dataclass(frozen=True, slots=True)
class Action:
    """One edit as stated (``c2pa.actions``)."""

    action: str
    when: str = ""
    software: str = ""
    detail: str = ""
    source_type: str = ""


@dataclass(frozen=True, slots=True)
class Ingredient:
    """Another picture that this one was made from, as stated; ``codes``: what failed in its own manifest."""

    title: str
    relationship: str = ""
    signed: bool = False
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """C2PA of one file.

    ``state``: *valid* (nothing failed, the signer is on the list of trusted signers given), *unknown trust*
    (nothing failed, the signer is not on that list), *invalid* (something failed, in this manifest or in that
    of an ingredient), and three kinds of unknown: *absent*, *remote* (a manifest elsewhere is named and not
    fetched), *unreadable*. ``verdict`` is the library's own word. ``codes`` failed in the manifest of this
    file, ``ingredient_codes`` in those of ingredients. ``left_out``: parts of the file outside the signed
    hash. ``time_stamped``: a time-stamping authority signed ``signed_at`` (UTC, ISO 8601).
    """

    state: State
    verdict: str = ""
    codes: tuple[str, ...] = ()
    ingredient_codes: tuple[str, ...] = ()
    problem: str = ""
    left_out: str = ""
    remote_url: str = ""
    issuer: str = ""
    signer: str = ""
    serial: str = ""
    algorithm: str = ""
    signed_at: str = ""
    time_stamped: bool = False
    generator: str = ""
    title: str = ""
    manifests: int = 0
    assertions: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    place: GpsClaim | None = None
    address: str = ""
    taken_at: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    library: str = ""


def understand(report: Mapping[str, Any], *, left_out: str | None = None, library: str = "") -> Provenance:
    """The record of a validator's ``report``.

    ``left_out``: what a signed hash that matched leaves out beside the manifest, when that is no picture data
    ('' or words); None when it is not known to be harmless. Raises ValueError when the report has no active
    manifest.
    """
    manifests = _dict(report.get("manifests"))
    active = _dict(manifests.get(str(report.get("active_manifest"))))
    if not active:
        raise ValueError("the manifest store names no active manifest")
    results = _dict(report.get("validation_results"))
    own = _dict(results.get("activeManifest"))
    failed, passed = _codes(own.get("failure")), _codes(own.get("success"))
    untrusted = _UNTRUSTED in failed
    failed = tuple(code for code in failed if code != _UNTRUSTED)
    loose = left_out is not None and set(failed) == {_MISMATCH} and _MATCH in passed
    if loose:
        failed = ()
    ingredients = tuple(_ingredients(active, manifests))
    below = _below(results, manifests)
    verdict = _text(report.get("validation_state"))
    sound = not failed and not below and (loose or verdict in ("Valid", "Trusted"))
    trusted = verdict == "Trusted" and not untrusted  # a loose hash stays below the list of trusted signers
    said: Stated = stated(_assertions(active))
    signature = _dict(active.get("signature_info"))
    stamped = any(code in passed for code in ("timeStamp.validated", "timeStamp.trusted"))
    return Provenance(
        state=("valid" if trusted else "unknown trust") if sound else "invalid",
        verdict=verdict,
        codes=failed if failed or sound or below else ("validation_state." + (verdict or "missing"),),
        ingredient_codes=below,
        left_out=left_out or "" if loose else "",
        issuer=_text(signature.get("issuer")),
        signer=_text(signature.get("common_name")),
        serial=_text(signature.get("cert_serial_number")),
        algorithm=_text(signature.get("alg")),
        signed_at=_text(signature.get("time")),
        time_stamped=stamped,
        generator=_generator(active),
        title=_text(active.get("title")),
        manifests=len(manifests),
        assertions=tuple(_text(item.get("label")) for item in _assertions(active))[:MAX_ROWS],
        actions=tuple(_actions(active))[:MAX_ROWS],
        ingredients=ingredients[:MAX_ROWS],
        place=said.place,
        address=said.address,
        taken_at=said.taken_at,
        fields=said.fields[:MAX_ROWS],
        problems=said.problems,
        library=library,
    )


def _below(results: Mapping[str, Any], manifests: Mapping[str, Any]) -> tuple[str, ...]:
    """What failed in manifests of ingredients: found now, or recorded when they were imported.

    A validator reports only what changed since the import; a failure that the importing program wrote down
    is part of the signed claim and stays a failure.
    """
    found: list[str] = []
    for delta in _list(results.get("ingredientDeltas")):
        found += _codes(_dict(_dict(delta).get("validationDeltas")).get("failure"))
    for manifest in manifests.values():
        for item in _list(_dict(manifest).get("ingredients")):
            found += _recorded(_dict(item))
    return _unique(sorted(code for code in found if not _HARMLESS.search(code)))


def _recorded(item: Mapping[str, Any]) -> tuple[str, ...]:
    """Failure codes that an ingredient assertion carries, of both versions of that assertion."""
    results = _dict(_dict(item.get("validation_results")).get("activeManifest"))
    codes = _codes(item.get("validation_status")) + _codes(results.get("failure"))
    return _unique(code for code in codes if not _HARMLESS.search(code))


def _ingredients(active: Mapping[str, Any], manifests: Mapping[str, Any]) -> Iterator[Ingredient]:
    for item in map(_dict, _list(active.get("ingredients"))):
        yield Ingredient(
            title=_text(item.get("title")) or _text(item.get("instance_id")) or "unnamed",
            relationship=_text(item.get("relationship")),
            signed=str(item.get("active_manifest")) in manifests,
            codes=_recorded(item),
        )


def _actions(active: Mapping[str, Any]) -> Iterator[Action]:
    for assertion in _assertions(active):
        if not str(assertion.get("label", "")).startswith("c2pa.actions"):
            continue
        for item in map(_dict, _list(_dict(assertion.get("data")).get("actions"))):
            parameters = _dict(item.get("parameters"))
            agent = item.get("softwareAgent")
            yield Action(
                action=_text(item.get("action")),
                when=_text(item.get("when")),
                software=_text(_dict(agent).get("name") if isinstance(agent, dict) else agent),
                detail=_text(
                    parameters.get("name") or parameters.get("description") or item.get("description")
                ),
                source_type=_text(item.get("digitalSourceType")).rsplit("/", 1)[-1],
            )


def _generator(active: Mapping[str, Any]) -> str:
    named = [
        " ".join(part for part in (_text(item.get("name")), _text(item.get("version"))) if part)
        for item in map(_dict, _list(active.get("claim_generator_info")))
    ]
    return ", ".join(part for part in named if part) or _text(active.get("claim_generator"))


def _assertions(active: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_dict(item) for item in _list(active.get("assertions"))]


def _codes(rows: object) -> tuple[str, ...]:
    return _unique(_text(_dict(row).get("code")) for row in _list(rows))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))[:MAX_ROWS]


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    return _CONTROL.sub(" ", str(value)).strip()[:MAX_TEXT]
