"""CASE/UCO (CASE 1.4, UCO 1.4) as JSON-LD: files with their hashes, clues, places, every logged action.

The context stands in the file, so that nothing is fetched to read it. Identifiers are UUIDs of version 5
(RFC 9562) under the case's own: two exports of one case name its things alike, two cases never do.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from theodolite import __version__
from theodolite.report.exports.places import Place, places, visible
from theodolite.report.value import CustodyRow, ExhibitRow, Report

Node = dict[str, Any]

CONTEXT = {
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FAMILY = uuid.UUID("8d1c5f4e-52a3-5d0e-9b52-6a0a4e3c9b11")  # of all our exports
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z\Z")
_EXHIBIT = re.compile(r"\bE\d+\b")
_HEX = re.compile(r"([0-9a-fA-F]{2})+\Z")


def render(report: Report) -> bytes:
    """The report as a CASE graph, UTF-8; only what the report says, people as the report names them."""
    graph = list(_Graph(report).nodes())
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return text.encode("utf-8") + b"\n"


class _Graph:
    def __init__(self, report: Report) -> None:
        self._report = report
        begun = report.custody[0].hash if report.custody else report.head.case_created_utc
        self._own = uuid.uuid5(_FAMILY, f"{begun} {report.head.case_created_utc}")
        self._files = {item.id: self._iri("file", item.id) for item in report.exhibits}
        self._people: dict[str, str] = {}
        self._tool = self._iri("tool", "theodolite")
        self._case = self._iri("investigation", "")

    def nodes(self) -> Iterator[Node]:
        report = self._report
        made: list[Node] = [
            _typed(
                self._tool,
                "uco-tool:Tool",
                ("uco-core:name", "Theodolite"),
                ("uco-tool:version", __version__),
                ("uco-tool:toolType", "image geolocation"),
            )
        ]
        for item in report.exhibits:
            made += self._file(item)
        for one in report.derived:
            made += self._derived(one.id, one.exhibit, one.title, one.sha256, one.steps)
        for stone in report.tombstones:
            if stone.exhibit not in self._files:
                made += self._hashed(stone.exhibit, "", (("SHA256", stone.sha256),), "destroyed")
                self._files[stone.exhibit] = self._iri("file", stone.exhibit)
        for place in places(report):
            made += self._place(place)
        made += self._statements()
        made += [self._action(row) for row in report.custody]
        made += [
            _typed(iri, "uco-identity:Identity", ("uco-core:name", name))
            for name, iri in self._people.items()
        ]
        yield self._investigation(made)
        yield from made

    # --- things ------------------------------------------------------------------------------------

    def _investigation(self, made: list[Node]) -> Node:
        head, integrity = self._report.head, self._report.integrity
        said = [
            f"Report of {head.generated_utc}, {head.standing}.",
            f"Audit log head {integrity.log_head}, {integrity.log_length} records.",
            *(f"Claim: {head.claim}" for _ in range(bool(head.claim))),
            *(f"Mandate: {head.mandate}" for _ in range(bool(head.mandate))),
            *(f"Legal basis: {head.legal_basis}" for _ in range(bool(head.legal_basis))),
            *(f"Handling: {head.handling}" for _ in range(bool(head.handling))),
            *(f"Finding: {answer.finding.sentence}" for answer in self._report.answers),
        ]
        return _typed(
            self._case,
            "case-investigation:Investigation",
            ("uco-core:name", head.title or "Case"),
            ("case-investigation:focus", head.question),
            ("uco-core:description", said),
            ("uco-core:objectCreatedTime", _instant(head.case_created_utc)),
            ("uco-core:object", [_to(node["@id"]) for node in made if _is_object(node)]),
        )

    def _file(self, item: ExhibitRow) -> list[Node]:
        iri = self._files[item.id]
        content = _typed(
            self._iri("content", item.id),
            "uco-observable:ContentDataFacet",
            ("uco-observable:mimeType", item.media_type),
            ("uco-observable:sizeInBytes", _number(item.size)),
        )
        sums = self._sums(item.id, (("MD5", item.md5), ("SHA256", item.sha256)))
        content["uco-observable:hash"] = [_to(node["@id"]) for node in sums]
        name = _typed(
            self._iri("name", item.id),
            "uco-observable:FileFacet",
            ("uco-observable:fileName", item.name),
            ("uco-observable:sizeInBytes", _number(item.size)),
        )
        facets = [content, name]
        if item.width and item.height:
            picture = _typed(
                self._iri("picture", item.id),
                "uco-observable:RasterPictureFacet",
                ("uco-observable:pictureWidth", _number(item.width)),
                ("uco-observable:pictureHeight", _number(item.height)),
            )
            facets.append(picture)
        said = [f"Came in {item.added_utc}; {item.condition}"]
        said += [f"The file claims: {claim}: {value}" for claim, value in item.claims]
        said += ["Withdrawn"] * item.withdrawn
        file = _typed(
            iri,
            "uco-observable:File",
            ("uco-core:description", said),
            ("uco-core:hasFacet", [_to(facet["@id"]) for facet in facets]),
        )
        record = _typed(
            self._iri("provenance", item.id),
            "case-investigation:ProvenanceRecord",
            ("case-investigation:exhibitNumber", item.id),
            ("uco-core:createdBy", self._person(item.operator)),
            ("uco-core:objectCreatedTime", _instant(item.added_utc)),
            ("uco-core:object", [_to(iri)]),
        )
        return [file, *facets, *sums, record]

    def _derived(self, key: str, parent: str, title: str, sha256: str, steps: Iterable[str]) -> list[Node]:
        made = self._hashed(key, title, (("SHA256", sha256),), "; ".join(steps))
        if parent in self._files:
            made.append(self._relation(f"derived {key}", made[0]["@id"], self._files[parent], "Derived_From"))
        return made

    def _hashed(self, key: str, title: str, sums: Iterable[tuple[str, str]], text: str) -> list[Node]:
        nodes = self._sums(key, sums)
        content = _typed(self._iri("content", key), "uco-observable:ContentDataFacet")
        content["uco-observable:hash"] = [_to(node["@id"]) for node in nodes]
        file = _typed(
            self._iri("file", key),
            "uco-observable:File",
            ("uco-core:name", f"{key} {title}".strip()),
            ("uco-core:description", [text]),
            ("uco-core:hasFacet", [_to(content["@id"])]),
        )
        return [file, content, *nodes]

    def _sums(self, key: str, sums: Iterable[tuple[str, str]]) -> list[Node]:
        return [
            _typed(
                self._iri(f"hash {method}", key),
                "uco-types:Hash",
                ("uco-types:hashMethod", method),
                ("uco-types:hashValue", {"@type": "xsd:hexBinary", "@value": value}),
            )
            for method, value in sums
            if _HEX.match(value)
        ]

    def _place(self, place: Place) -> list[Node]:
        facet = _typed(
            self._iri("coordinates", place.id),
            "uco-location:LatLongCoordinatesFacet",
            ("uco-location:latitude", {"@type": "xsd:decimal", "@value": f"{place.lat:.6f}"}),
            ("uco-location:longitude", {"@type": "xsd:decimal", "@value": f"{place.lon:.6f}"}),
        )
        said = [f"{name}: {value}" for name, value in place.facts]
        said += [] if place.radius_km is None else [f"radius: {place.radius_km:g} km"]
        location = _typed(
            self._iri("location", place.id),
            "uco-location:Location",
            ("uco-core:name", place.name),
            ("uco-core:description", [f"{place.kind}; datum WGS84", *said]),
            ("uco-core:hasFacet", [_to(facet["@id"])]),
        )
        status = dict(place.facts).get("status", "")
        kind = " ".join(part for part in (place.kind, status) if part)
        ties = [
            self._relation(f"{place.id} {name}", self._files[name], location["@id"], kind)
            for name in _EXHIBIT.findall(dict(place.facts).get("exhibits", ""))
            if name in self._files
        ]
        return [location, facet, *ties]

    def _statements(self) -> Iterator[Node]:
        """Clues, hints and what people and checks said, each as an annotation of what it is about."""
        report = self._report
        for clue in report.clues:
            words = [clue.observation, clue.inference, clue.strength, clue.direction, clue.state, clue.reason]
            yield self._note(clue.id, clue.exhibit, words, "clue", clue.kind)
        for hint in report.hints:
            yield self._note(hint.id, "", [hint.text, hint.reading, hint.state, hint.effect], "hint")
        for verdict in report.verdicts:
            words = [verdict.label, verdict.dd, verdict.status, verdict.reason]
            yield self._note(
                verdict.id, verdict.exhibit, words, "verdict", by=verdict.person, utc=verdict.utc
            )
        for review in report.reviews:
            words = [review.label, review.dd, review.agreement, review.remark]
            words += [f"{one.clue}: {one.opinion} {one.remark}" for one in review.opinions]
            yield self._note(review.id, review.exhibit, words, "review", by=review.person, utc=review.utc)
        for signed in report.signatures:
            words = [f"Ed25519 over log head {signed.head}", signed.signature, f"key {signed.key}"]
            yield self._note(signed.id, "", words, "signature", by=signed.person, utc=signed.utc)
        for stone in report.tombstones:
            words = [f"{stone.exhibit} destroyed", stone.reason, f"SHA-256 {stone.sha256}"]
            key = f"{stone.exhibit} destroyed"
            yield self._note(key, stone.exhibit, words, "destruction", by=stone.person, utc=stone.utc)
        for stamp in report.stamps:
            yield self._note(stamp.id, "", [stamp.state, stamp.stamped_utc, stamp.text], stamp.kind)

    def _note(
        self, key: str, exhibit: str, words: list[str], *tags: str, by: str = "", utc: str = ""
    ) -> Node:
        return _typed(
            self._iri("annotation", key),
            "uco-core:Annotation",
            ("uco-core:name", key),
            ("uco-core:statement", [word for word in words if word]),
            ("uco-core:tag", list(tags)),
            ("uco-core:createdBy", self._person(by)),
            ("uco-core:objectCreatedTime", _instant(utc)),
            ("uco-core:object", [_to(self._files.get(exhibit, self._case))]),
        )

    def _action(self, row: CustodyRow) -> Node:
        about = dict.fromkeys(_EXHIBIT.findall(row.what))
        return _typed(
            self._iri("action", str(row.sequence)),
            "case-investigation:InvestigativeAction",
            ("uco-core:name", row.action),
            (
                "uco-core:description",
                [word for word in (row.what, f"audit log record {row.sequence}, hash {row.hash}") if word],
            ),
            ("uco-action:startTime", _instant(row.utc)),
            ("uco-action:performer", self._person(row.operator)),
            ("uco-action:instrument", [_to(self._tool)]),
            ("uco-action:object", [_to(self._files[name]) for name in about if name in self._files]),
        )

    def _relation(self, key: str, source: str, target: str, kind: str) -> Node:
        return _typed(
            self._iri("relationship", key),
            "uco-core:Relationship",
            ("uco-core:source", [_to(source)]),
            ("uco-core:target", _to(target)),
            ("uco-core:kindOfRelationship", kind),
            ("uco-core:isDirectional", {"@type": "xsd:boolean", "@value": "true"}),
        )

    # --- names -------------------------------------------------------------------------------------

    def _iri(self, kind: str, key: str) -> str:
        return f"urn:uuid:{uuid.uuid5(self._own, f'{kind} {visible(key)}')}"

    def _person(self, name: str) -> Node | None:
        if not name:
            return None
        return _to(self._people.setdefault(name, self._iri("person", name)))


def _typed(iri: str, kind: str, *members: tuple[str, Any]) -> Node:
    """A node without its empty members; texts are made visible and typed by JSON-LD as strings."""
    node: Node = {"@id": iri, "@type": kind}
    for name, value in members:
        if isinstance(value, str):
            value = visible(value)
        elif isinstance(value, list):
            value = [visible(one) if isinstance(one, str) else one for one in value]
        if value not in ("", [], None):
            node[name] = value
    return node


def _is_object(node: Node) -> bool:
    """Whether a node is a UcoObject: facets and hashes are parts of one."""
    return not str(node["@type"]).endswith(("Facet", ":Hash"))


def _to(iri: str) -> Node:
    return {"@id": iri}


def _number(value: int) -> Node:
    return {"@type": "xsd:integer", "@value": str(value)}


def _instant(utc: str) -> Node | None:
    return {"@type": "xsd:dateTime", "@value": utc} if _INSTANT.match(utc) else None
