"""Records on disk: every line whole, another question refused, a torn line cut off."""

from __future__ import annotations

import csv
import math
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.errors import InputError, StorageFailed
from theodolite.evaluate import records
from theodolite.evaluate.records import Record

PLAIN = Record(
    1, "a.jpg", "0" * 64, "knn", 1.5, -2.25, 1.0, 2.0, 3.25, 3.5, 0.125, "density", "reference 1", "", "", "",
    "DE", "DE.16", "Mitte 1", "FR", "FR.11", "Paris 2", '[["DE", 0.5]]', 3, 0.25,
)  # fmt: skip
ASKED = {"dataset": {"sha256": "1"}, "strategies": [{"name": "knn"}]}
TEXT = st.text(max_size=30)
NUMBER = st.floats(allow_infinity=False, width=64)


def kept(folder: Path) -> dict[tuple[int, str], Record]:
    with records.opened(folder, ASKED) as found:
        return dict(found.done)


@given(TEXT, TEXT, NUMBER, NUMBER)
def test_any_record_is_one_line_and_comes_back(image: str, detail: str, lat: float, score: float) -> None:
    one = replace(PLAIN, image=image, detail=detail, lat=lat, score=score)
    line = records.line(one)
    assert line.count(b"\n") == 1 and line.endswith(b"\n")
    (cells,) = csv.reader([line.decode()])
    back = records.parsed(Record, cells)
    for field in fields(Record):
        was, now = getattr(one, field.name), getattr(back, field.name)
        if isinstance(was, str):
            assert now == " ".join(was.encode("utf-8", "replace").decode().split())
        else:
            assert now == was or (math.isnan(was) and math.isnan(now))


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    with records.opened(tmp_path / "r", ASKED) as found:
        found.append(PLAIN)
        found.append(replace(PLAIN, row=2))
    assert kept(tmp_path / "r") == {(1, "knn"): PLAIN, (2, "knn"): replace(PLAIN, row=2)}
    header, rows = records.load(tmp_path / "r")
    assert header["dataset"] == {"sha256": "1"} and [r.row for r in rows] == [1, 2]


def test_cut_anywhere_the_whole_lines_stay_and_the_torn_one_goes(tmp_path: Path) -> None:
    with records.opened(tmp_path, ASKED) as found:
        for row in range(1, 4):
            found.append(replace(PLAIN, row=row, detail="a, \"b\" and 'c'"))
    path = tmp_path / records.LINES
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    for size in range(len(lines[0]), len(whole)):
        path.write_bytes(whole[:size])
        expected = sum(1 for n in range(1, 4) if len(b"".join(lines[: n + 1])) <= size)
        assert len(records.load(tmp_path)[1]) == expected  # reading alone changes nothing
        assert len(path.read_bytes()) == size
        assert len(kept(tmp_path)) == expected
        assert path.read_bytes() == b"".join(lines[: expected + 1])


OTHERS = (
    {"dataset": {"sha256": "2"}},
    {"strategies": [{"name": "knn", "settings": {"neighbours": "5"}}]},
    {"indexes": ["another"]},
)


@pytest.mark.parametrize("other", OTHERS)
def test_another_question_is_refused_and_fresh_starts_anew(tmp_path: Path, other: dict[str, object]) -> None:
    with records.opened(tmp_path, ASKED) as found:
        found.append(PLAIN)
    with pytest.raises(InputError, match=rf"{next(iter(other))} differ.*--fresh"):  # noqa: SIM117
        with records.opened(tmp_path, {**ASKED, **other}):
            pass
    assert len(kept(tmp_path)) == 1
    with records.opened(tmp_path, {**ASKED, **other}, fresh=True) as found:
        assert not found.done


def test_two_at_once_are_refused(tmp_path: Path) -> None:
    with records.opened(tmp_path, ASKED), pytest.raises(InputError, match="Another evaluation"):  # noqa: SIM117
        with records.opened(tmp_path, ASKED):
            pass


def test_foreign_and_damaged_files_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / records.LINES).write_text("somebody's own, much longer than any header of ours\n" * 20)
    with pytest.raises(InputError, match="not ours"), records.opened(tmp_path, ASKED):
        pass
    assert "somebody" in (tmp_path / records.LINES).read_text()
    with records.opened(tmp_path / "b", ASKED) as found:
        found.append(PLAIN)
    path = tmp_path / "b" / records.LINES
    path.write_bytes(path.read_bytes().replace(b"3.25", b"near"))
    with pytest.raises(InputError, match=r"Line 2 of .* is damaged"), records.opened(tmp_path / "b", ASKED):
        pass


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFailed), records.opened(tmp_path / "file" / "sub", ASKED):
        pass


@pytest.mark.parametrize("run", [None, '{"name": "mine"}'])
def test_fresh_replaces_an_evaluation_and_nothing_else(tmp_path: Path, run: str | None) -> None:
    mine = tmp_path / records.LINES
    mine.write_text("my own list of images\n")
    (tmp_path / records.LOCK).write_text("mine too")
    if run is not None:
        (tmp_path / records.HEADER).write_text(run)
    with pytest.raises(InputError, match="would be lost"), records.opened(tmp_path, ASKED, fresh=True):
        pass
    assert mine.read_text() == "my own list of images\n"
    assert (tmp_path / records.LOCK).read_text() == "mine too"


def test_fresh_replaces_an_evaluation_of_another_version(tmp_path: Path) -> None:
    (tmp_path / records.LINES).write_text("other,columns\n1,2\n")
    (tmp_path / records.HEADER).write_text('{"schema": 0, "strategies": []}')
    with records.opened(tmp_path, ASKED, fresh=True) as found:
        assert not found.done
