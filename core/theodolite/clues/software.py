"""Which programs a file names as having written it. A name says nothing about what was changed.

Sources: what these programs write themselves, seen in the files of exif-samples and the c2pa test files and
documented by exiftool's tag names; the identifiers of Photoshop's resources are Adobe's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.clues import moments, record
from theodolite.domain import Clue, Exhibit, Strength

METHOD = "EXIF, XMP, IPTC and container"

_EDITED = "edited or saved by a program for pictures"

#: (what it does, names as they appear in Software, CreatorTool, comments and the like)
_PROGRAMS = (
    (
        "made by a generator",
        r"midjourney|dall.?e|stable.?diffusion|adobe firefly|novelai|comfyui|automatic1111|imagen\b",
    ),
    (
        _EDITED,
        r"photoshop|\bgimp\b|lightroom|camera raw|affinity photo|paint\.net|paint ?shop|pixelmator|"
        r"capture one|darktable|rawtherapee|luminar|dxo|acdsee|photoscape|picasa|irfanview|xnview|"
        r"fireworks|corel|canva|"
        r"picmonkey|fotor|faststone|krita|microsoft windows photo|windows photo editor|paint\b|image ?ready|"
        r"photo ?filtre|polarr|topaz|on1 photo|aperture|iphoto|nikon transfer|capture nx|viewnx|zoner|"
        r"acorn|digikam|shotwell|image data converter|digital photo professional|camedia|photoimpact",
    ),
    (
        "edited on a phone",
        r"snapseed|picsart|vsco|facetune|meitu|beauty ?plus|prisma|remini|pixlr|lightleap|afterlight|"
        r"camera360|b612|\bsnow\b|youcam|photodirector|retrica|google photos?\b|photo editor",
    ),
    (
        "passed through a network or messenger",
        r"instagram|facebook|whatsapp|telegram|signal|wechat|weixin|twitter|tiktok|snapchat|viber|"
        r"flickr|picasaweb|vkontakte",
    ),
    (
        "converted or packed anew by a program",
        r"imagemagick|graphicsmagick|libvips|gd-jpeg|gd.?v\d|sips|imageio|jpegmini|tinypng|optimized|mozjpeg|"
        r"ffmpeg|lavc|ezgif|compress|pillow|python|image converter|handbrake|adobe dng converter|"
        r"lead technologies|intel\(r\) jpeg|nodejs|sharp\b",
    ),
    (
        "a picture of a screen",
        r"screenshot|screen ?shot|snipaste|snipping ?tool|greenshot|sharex|lightshot|flameshot|gnome-",
    ),
    ("a scan", r"\bscan|silverfast|vuescan|epson|canoscan|hp scanjet|photosmart scan|image capture"),
)
_KINDS = tuple((what, re.compile(names, re.IGNORECASE)) for what, names in _PROGRAMS)
_NAMING = re.compile(
    r"^(Image Software|Image ProcessingSoftware|Image HostComputer|EXIF UserComment|EXIF ImageEditingSoftware"
    r"|XMP xmp:CreatorTool|XMP .*softwareAgent|XMP tiff:Software|IPTC OriginatingProgram|JPEG Comment"
    r"|GIF Comment|XMP exif:UserComment|PNG Software|PNG Comment|PNG [Cc]reator|XMP photoshop:History"
    r"|JPEG Ducky)$"
)
_COMMENT = re.compile(
    r"gd-jpeg|adobe|created with gimp|lead technologies|ffmpeg|lavc\d|jpegmini|optimized by|intel\(r\)|"
    r"^screen ?shot|file written by|compressed by|ezgif|picasa",
    re.IGNORECASE,
)
_GENERATED = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia")
_PROMPTS = ("PNG parameters", "PNG prompt", "PNG workflow", "PNG Dream", "PNG sd-metadata")
_LATER_SECONDS = 60


def software_clue(exhibit: Exhibit) -> Clue | None:
    """One clue of everything that names a program or a later change; None when nothing does."""
    found = list(dict.fromkeys(_traces(exhibit)))
    later = _saved_later(exhibit)
    if not found and not later:
        return None
    by_kind: dict[str, list[str]] = {}
    for what, evidence in found:
        by_kind.setdefault(what, []).append(evidence)
    said = [f"{what}: {', '.join(evidence[:4])}" for what, evidence in by_kind.items()]
    if later:
        said.append(later)
    return record.clue(
        exhibit,
        "exif.software",
        observation="Software claimed: " + "; ".join(said),
        inference="the file is not claimed to be as the camera wrote it; what was changed is not said",
        strength=Strength.LIKELY if found else Strength.WEAK,
        method=METHOD,
        root=record.metadata_root(exhibit.sha256),
        inputs=tuple((f"trace {number}", f"{what}: {text}") for number, (what, text) in enumerate(found, 1)),
    )


def _traces(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    """(what it does, the field and its words) for each trace, each program once a field."""
    fields = exhibit.metadata.fields
    for name, value in fields:
        if name in _PROMPTS:
            yield "made by a generator", f"{name} holds its settings"
        elif name == "IPTC SpecialInstructions" and value.startswith("FBMD"):
            yield (
                "passed through a network or messenger",
                "IPTC SpecialInstructions begin with FBMD (Facebook)",
            )
        elif name.endswith("DigitalSourceType") and value.rsplit("/", 1)[-1] in _GENERATED:
            yield "made by a generator", f"{name} {value.rsplit('/', 1)[-1]}"
        elif name == "Samsung Re-Edit":
            yield "edited on a phone", "records of Samsung's photo editor"
        elif name == "EXIF UserComment" and "Steps: " in value and "Sampler: " in value:
            yield "made by a generator", "EXIF UserComment holds its settings"
        elif _NAMING.match(name):
            if name.endswith("Comment") and not _COMMENT.search(value):
                continue  # what a person writes may name anything
            kind = next((what for what, names in _KINDS if names.search(value)), "")
            if kind:
                yield kind, f"{name.split(' ', 1)[1].rsplit('/', 1)[-1]} {value[:80]!r}"
    actions = sum(
        1 for name, _ in fields if name.startswith("XMP xmpMM:History[") and name.endswith("action")
    )
    if actions:
        yield (
            "edited or saved by a program for pictures",
            f"an XMP history of {actions} step{'s' * (actions > 1)}",
        )
    resources = next((value for name, value in fields if name == "Photoshop Resources"), "")
    if resources.count("0x") > 2:  # one or two (IPTC and its digest) are what captioning programs write
        count = resources.count("0x")
        yield _EDITED, f"{count} Photoshop image resources (8BIM)"


def _saved_later(exhibit: Exhibit) -> str:
    """The file says it was changed after it was taken, both by clocks that can be compared."""
    taken, changed = moments.read(exhibit.metadata.taken_at), moments.read(exhibit.metadata.modified_at)
    if taken is None or changed is None:
        return ""
    if taken.offset is not None and changed.offset is not None:
        later = changed.earliest - taken.earliest
    elif taken.offset is None and changed.offset is None:
        later = changed.local - taken.local
    else:
        later = changed.earliest - taken.latest
    if later.total_seconds() <= _LATER_SECONDS:
        return ""
    return f"changed {moments.words(later)} after it was taken, as the file itself says"
