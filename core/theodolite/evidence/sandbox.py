"""The child that parses and decodes: ``python -m theodolite.evidence.sandbox``.

It receives the bytes of one file at a time over its standard input and answers over its standard output;
it never opens the file itself, cannot write one, and has no network where the kernel allows that to be
taken away. Whatever it answers is checked again by the parent.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import Any, BinaryIO

from theodolite import offline

_UNSHARED = offline.unshare_network() if __name__ == "__main__" else False

import numpy as np  # noqa: E402 - the namespace must come before the first thread
from PIL import Image  # noqa: E402

from theodolite import codec  # noqa: E402
from theodolite.domain import Metadata, Step  # noqa: E402
from theodolite.errors import ImageTooLarge, TheodoliteError  # noqa: E402
from theodolite.evidence import (  # noqa: E402
    c2pa_read,
    metadata,
    pixels,
    pyramid,
    recipes,
    thumbnails,
)
from theodolite.workers import limits, protocol  # noqa: E402

_STRIP_BYTES = 4 * 1024 * 1024
_RECIPE_SECONDS = 90
_COPY_QUALITY = 88


def main() -> None:
    """Serve requests until the parent closes the pipe."""
    offline.install("decode worker")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # a decoder that prints must not speak into the protocol
    requests = os.fdopen(0, "rb", buffering=1024 * 1024)
    import c2pa  # noqa: F401 - both loaded while files may still be opened freely
    import rawpy  # noqa: F401

    in_force = limits.apply(int(sys.argv[1]) if len(sys.argv) > 1 else limits.MEMORY)
    out = io.BufferedWriter(answers, 1024 * 1024)
    protocol.write_header(out, {"limits": in_force, "network": not _UNSHARED})
    while (request := protocol.read_header(requests)) is not None:
        data = bytes(protocol.read_exactly(requests, int(request["body"])))
        limits.grant_cpu()
        _serve(request, data, out)
        out.flush()


def _serve(request: dict[str, Any], data: bytes, out: BinaryIO) -> None:
    media_type, operation = str(request["type"]), request["operation"]
    if operation == "recipe":
        _make(request, data, out)
        return
    if operation == "c2pa":
        provenance = c2pa_read.read(io.BytesIO(data), media_type, str(request.get("anchors") or ""))
        protocol.write_header(out, {"provenance": codec.to_plain(provenance)})
        return
    if operation in ("inspect", "metadata", "embedded"):
        read = metadata.find(data, media_type)
    else:
        read = metadata.Found(Metadata(orientation=metadata.orientation(data, media_type)))
    found = read.metadata
    if operation == "metadata":
        protocol.write_header(out, {"metadata": codec.to_plain(found)})
        return
    if operation == "embedded":
        small = thumbnails.shown(read.thumbnail)
        protocol.write_header(out, {"body": len(small)})
        out.write(small)
        return
    try:
        decoded = pixels.decode(
            data,
            media_type,
            orientation=found.orientation,
            max_side=request.get("max_side"),
            colour=operation != "inspect",
            most_bytes=request.get("most_bytes"),
        )
    except TheodoliteError as error:
        protocol.write_header(
            out, {"error": error.code, "text": str(error), "metadata": codec.to_plain(found), "body": 0}
        )
        return
    image = decoded.image
    header: dict[str, Any] = {"width": image.width, "height": image.height, "body": 0}
    if operation == "inspect":
        if not found.fields:  # only the decoder could reach it (compressed JPEG XL boxes)
            read = metadata.find(data, media_type, exif=decoded.exif, packet=decoded.packet)
        found = metadata.with_thumbnail(read, image)
        problems = (*found.problems, *decoded.problems)
        header["metadata"] = codec.to_plain(found) | {"problems": list(problems)}
        protocol.write_header(out, header)
    elif operation == "thumbnail":
        packed = io.BytesIO()
        image.save(packed, "JPEG", quality=85)
        header["body"] = packed.tell()
        protocol.write_header(out, header)
        out.write(packed.getbuffer())
    elif operation == "levels":
        protocol.write_header(out, pyramid.header(image, decoded.full))
        pyramid.send(image, out)
    else:
        header["body"] = image.width * image.height * 3
        protocol.write_header(out, header)
        _send(image, out)


def _make(request: dict[str, Any], data: bytes, out: BinaryIO) -> None:
    """A picture by a recipe. It is made small after the last step: what a step covers is gone by then."""
    limits.grant_cpu(_RECIPE_SECONDS)
    media_type, side = str(request["type"]), request.get("side")
    try:
        turned = metadata.orientation(data, media_type)
        decoded = pixels.decode(data, media_type, orientation=turned)
        steps = [codec.from_plain(Step, step) for step in request["steps"]]
        image = Image.fromarray(recipes.apply(np.asarray(decoded.image), steps))
        if side is not None:
            image.thumbnail((int(side), int(side)), Image.Resampling.BICUBIC)
    except TheodoliteError as error:
        protocol.write_header(out, {"error": error.code, "text": str(error), "body": 0})
        return
    except MemoryError:
        text = "Making this picture needs more memory than one file may use. Crop it first."
        protocol.write_header(out, {"error": ImageTooLarge.code, "text": text, "body": 0})
        return
    header: dict[str, Any] = {"width": image.width, "height": image.height}
    if side is None:
        protocol.write_header(out, header | {"body": image.width * image.height * 3})
        _send(image, out)
        return
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=_COPY_QUALITY)
    protocol.write_header(out, header | {"body": packed.tell()})
    out.write(packed.getbuffer())


def _send(image: Image.Image, out: BinaryIO) -> None:
    """Rows in strips, so that no second copy of a large image is ever made."""
    rows = max(1, _STRIP_BYTES // (image.width * 3))
    for top in range(0, image.height, rows):
        out.write(image.crop((0, top, image.width, min(image.height, top + rows))).tobytes())


if __name__ == "__main__":
    main()
