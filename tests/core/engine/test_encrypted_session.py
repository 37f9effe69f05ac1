"""An encrypted case at work: decoders and the window get their pictures, the disk gets nothing readable."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from theodolite.cli import arguments, passphrases
from theodolite.cli.output import Output, Result
from theodolite.engine import Engine
from theodolite.errors import InputError, PassphraseNeeded, TheodoliteError, WrongPassphrase
from theodolite.evidence import video_intake
from theodolite.jobs import run_to_end
from theodolite.store.cipher import header

MARK = b"Zeugin-Kassiopeia-9417"
PASSPHRASE = "Pieve di Santa Maria"


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home and a folder for temporary files that can be searched to the last byte; a cheap derivation."""
    for name, variable in (("home", "THEODOLITE_HOME"), ("tmp", "TMPDIR")):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(variable, str(tmp_path / name))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(header, "COST", header.Cost(memory=64, passes=1, lanes=1))


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = Engine()
    yield made
    made.dispose()


def photograph() -> bytes:
    """A PNG with the marker as text in it, and noise that no compressor makes smaller."""
    said = PngImagePlugin.PngInfo()
    said.add_text("Comment", MARK.decode())
    noise = np.random.default_rng().integers(0, 255, (120, 160, 3), np.uint8)
    packed = io.BytesIO()
    Image.fromarray(noise).save(packed, "PNG", pnginfo=said)
    return packed.getvalue()


def film() -> bytes:
    import av

    packed = io.BytesIO()
    with av.open(packed, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=5)
        stream.width, stream.height = 64, 48
        container.metadata["title"] = MARK.decode()
        for shade in (0, 0, 200, 200):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), shade, np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return packed.getvalue()


def holding(folder: Path, *words: bytes) -> list[str]:
    """Files below ``folder`` whose name or content holds one of ``words``."""
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if any(word in data or word in os.fsencode(path.name) for word in words):
            found.append(str(path.relative_to(folder)))
    return found


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_day_of_work_leaves_nothing_readable(
    engine: Engine, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, passphrase: str | None
) -> None:
    source = tmp_path_factory.mktemp("card") / f"{MARK.decode()}.png"
    picture = photograph()
    source.write_bytes(picture)
    session = engine.new_case(tmp_path / "a", question=MARK.decode(), passphrase=passphrase)
    (taken,) = run_to_end(session.add_files([source]))
    assert taken.readable
    if passphrase is not None:  # a child a question: a second or two
        assert run_to_end(session.add_image(film(), "film.mp4")).readable
        assert len(run_to_end(video_intake.frames(session.store, engine.decoder, session.exhibit("E2")))) == 2
    small = session.thumbnail("E1", 64)
    assert session.thumbnail("E1", 64)[:2] == b"\xff\xd8", "the kept one is read again"
    pixels = run_to_end(session.pixels("E1"))
    assert (pixels.width, pixels.height) == (160, 120)
    with session.store.original(session.exhibit("E1")) as path:
        assert path.read_bytes() == picture
    assert run_to_end(session.verify()).intact
    stems = (MARK, picture[1000:1016], small[200:216], small[-20:])
    found = holding(tmp_path, *stems)
    session.close()
    found += holding(tmp_path, *stems)
    if passphrase is None:
        assert len(set(found)) >= 3, "the search finds what is there"
        assert engine.recent() == (str(tmp_path / "a.case"),)
    else:
        assert found == []
        assert engine.recent() == ()
        assert not holding(tmp_path / "home", b"a.case")
        again = engine.open_case(tmp_path / "a.case", passphrase=passphrase, read_only=True)
        assert run_to_end(again.pixels("E1")) == pixels
        again.close()


def command(*words: str | Path) -> Result:
    options = arguments.parser().parse_args([str(word) for word in words])
    with passphrases.from_file(options.passphrase_file):
        result: Result = options.run(options, Output(as_json=True, live=False))
    if result.problem is not None:
        raise result.problem
    return result


def test_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new, short, case = (tmp_path / name for name in ("old", "new", "short", "a.case"))
    old.write_text(f"{PASSPHRASE}\r\n", "utf-8-sig")
    new.write_text("another passphrase\nand a second line\n")
    short.write_text("short")
    with pytest.raises(InputError, match="at least 8"):
        command("case", "new", case, "--encrypt", "--passphrase-file", short)
    with pytest.raises(PassphraseNeeded, match="--passphrase-file FILE"):
        command("case", "new", case, "--encrypt")
    command("case", "new", case, "--encrypt", "--passphrase-file", old)
    for words in (("case", "show", case), ("verify", case)):
        command(*words, "--passphrase-file", old)
        with pytest.raises(WrongPassphrase):
            command(*words, "--passphrase-file", new)
        with pytest.raises(PassphraseNeeded):
            command(*words)
    command("case", "passphrase", case, "--passphrase-file", old, "--new-file", new)
    with pytest.raises(WrongPassphrase):
        command("verify", case, "--passphrase-file", old)
    monkeypatch.setenv(passphrases.VARIABLE, str(new))
    assert command("verify", case).text.startswith("Intact")
    case.joinpath("case.key").write_bytes(b"damaged")
    assert command("verify", case).text.startswith("Intact"), "the copy of the key file is as good"
    case.joinpath("case.key.copy").unlink()
    with pytest.raises(TheodoliteError, match="both damaged or missing"):
        command("verify", case)


def test_passphrases_from_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed: list[str] = []
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream=None: typed.pop(0))
    typed += [PASSPHRASE, "something else"]
    with pytest.raises(InputError, match="differ"):
        command("case", "new", tmp_path / "a.case", "--encrypt")
    assert not (tmp_path / "a.case").exists()
    typed += [PASSPHRASE] * 3
    command("case", "new", tmp_path / "a.case", "--encrypt")
    assert command("verify", tmp_path / "a.case").text.startswith("Intact")
    assert typed == []


def test_the_commands_of_the_guide_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "guide" / "encryption.md"
    lines = [line.split() for line in page.read_text("utf-8").splitlines() if line.startswith("    ")]
    words = [line[line.index("theodolite") + 1 :] for line in lines]
    assert [line[:2] for line in words if "verify" not in line] == [["case", "new"], ["case", "passphrase"]]
    (tmp_path / "words.txt").write_text(f"{PASSPHRASE}\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(passphrases.VARIABLE, "words.txt")
    monkeypatch.setattr("theodolite.cli.passphrases.typed", lambda purpose: "another passphrase")
    for line in words:
        command(*line)
    with pytest.raises(WrongPassphrase):
        command("verify", "tower.case")
