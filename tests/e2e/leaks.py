"""Looking for words in everything that left a case: names and bytes of files, embedded pictures, PDF text."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

_EMBEDDED = re.compile(rb"(?:data:[\w/+.;=-]*;base64,|\")([A-Za-z0-9+/]{400,}={0,2})")


def leaks(folder: Path, words: Iterable[str], *, but: str = "") -> list[tuple[str, str]]:
    """(file, word) for each of ``words`` that a file under ``folder`` holds, in whatever case.

    ``but``: a folder in it that is left out.
    """
    wanted = [(word, [word.lower().encode(code) for code in ("utf-8", "utf-16-le")]) for word in words]
    found = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        if but and name.startswith(f"{but}/"):
            continue
        for part in (name.encode(), *parts(file.read_bytes())):
            data = part.lower()
            found += [(name, word) for word, forms in wanted if any(form in data for form in forms)]
    return sorted(set(found))


def parts(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what is packed inside them."""
    yield data
    for packed in _EMBEDDED.findall(data):
        yield base64.b64decode(packed + b"=" * (-len(packed) % 4))
    if data.startswith(b"%PDF"):
        import pikepdf

        yield "\n".join(pages(data)).encode()
        with pikepdf.open(BytesIO(data)) as document:
            yield repr(document.docinfo).encode()
            for each in document.objects:
                if isinstance(each, pikepdf.Stream):
                    yield (
                        each.read_raw_bytes()
                        if "/DCTDecode" in str(each.get("/Filter"))
                        else each.read_bytes()
                    )


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
