"""What names of files claim, and what they do not."""

from __future__ import annotations

import pytest

from tests.core.relations.making import exhibit
from theodolite.chronology import shown, when
from theodolite.clues.filenames import dated, filename_clues, platform

DATED = [
    ("IMG-20201231-WA0001.jpg", "WhatsApp", "2020-12-31", True),
    ("WhatsApp Image 2020-12-31 at 14.05.06.jpeg", "WhatsApp", "2020-12-31 14:05:06", True),
    ("photo_2021-03-04_05-06-07.jpg", "Telegram", "2021-03-04 05:06:07", True),
    ("photo_5@04-03-2021_05-06-07.jpg", "Telegram", "2021-03-04 05:06:07", True),
    ("signal-2021-03-04-050607.jpg", "Signal", "2021-03-04 05:06:07", True),
    ("signal-2021-03-04-05-06-07-089.jpg", "Signal", "2021-03-04 05:06:07", True),
    ("Screenshot_20210304-050607.png", "a screenshot", "2021-03-04 05:06:07", True),
    ("Screenshot 2021-03-04 at 05.06.07.png", "a screenshot", "2021-03-04 05:06:07", True),
    ("Bildschirmfoto vom 2021-03-04 05-06-07.png", "a screenshot", "2021-03-04 05:06:07", True),
    ("mmexport1614834367000.jpg", "WeChat", "2021-03-04 05:06:07 UTC", True),
    ("FB_IMG_1614834367123.jpg", "Facebook", "2021-03-04 05:06:07 UTC", True),
    ("PXL_20210304_050607089.jpg", "a Pixel telephone", "2021-03-04 05:06:07 UTC", False),
    ("IMG_20210304_050607.jpg", "a camera or telephone", "2021-03-04 05:06:07", False),
    ("IMG20210304050607.jpg", "a camera or telephone", "2021-03-04 05:06:07", False),
    ("20210304_050607.jpg", "a camera or telephone", "2021-03-04 05:06:07", False),
    ("2021-03-04 05.06.07.jpg", "a camera or telephone", "2021-03-04 05:06:07", False),
    ("adobe-20220124-CA.jpg", "nobody in particular", "2022-01-24", False),
]


@pytest.mark.parametrize(("name", "program", "text", "sent"), DATED)
def test_names_with_dates(name: str, program: str, text: str, sent: bool) -> None:
    found = dated(name)
    assert found is not None
    assert (found.program, found.text, found.sent) == (program, text, sent)


@pytest.mark.parametrize(
    "name",
    ["DSCN0042.JPG", "forwarded.jpg", "IMG_4711.jpg", "20211399.jpg", "12345678901234567890.jpg",
     "P1010101.JPG",
     "18990101_000000.jpg", "00de7a-e694-43b2-a7e6-ed950421a21a.jpg", "", "20210230.jpg"],
)  # fmt: skip
def test_names_without(name: str) -> None:
    assert dated(name) is None
    (clue,) = filename_clues(exhibit(1, name=name or " "))
    assert clue.kind == "none.filename" and clue.when is None


def test_a_messenger_says_when_it_was_sent_not_when_it_was_taken() -> None:
    (clue,) = filename_clues(exhibit(1, name="IMG-20201231-WA0001.jpg"))
    assert clue.kind == "file.name_date" and clue.reach is None
    assert "sent or received" in clue.inference and "before 1 Jan 2021" in clue.inference
    assert clue.when is not None and clue.when.start == "" and clue.when.end == "2021-01-01T12:00:00Z"
    finding = when([clue], "E1")
    assert finding.status == "claimed" and "before 1 Jan 2021" in finding.text


def test_a_camera_says_when_it_was_taken_by_its_clock() -> None:
    (clue,) = filename_clues(exhibit(1, name="IMG_20210304_050607.jpg"))
    assert clue.when is not None
    assert shown(clue.when, by_day=True) == "4 Mar 2021"
    (pixel,) = filename_clues(exhibit(1, name="PXL_20210304_050607089.jpg"))
    assert pixel.when is not None and pixel.when.start == "2021-03-04T05:06:07Z"


def test_a_date_without_a_habit_bounds_no_time_and_one_of_the_future_is_no_date() -> None:
    (vague,) = filename_clues(exhibit(1, name="adobe-20220124-CA.jpg"))
    assert vague.kind == "file.name_date" and vague.when is None
    (future,) = filename_clues(exhibit(1, name="IMG_20310304_050607.jpg"))
    assert future.kind == "none.filename"


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("IMG-20201231-WA0001.jpg", "WhatsApp"),
        ("photo_2021-03-04_05-06-07.jpg", "Telegram"),
        ("12345678_10203040506070809_1234567890123456789_n.jpg", "Facebook"),
        ("FB_IMG_1614834367123.jpg", "Facebook"),
        ("received_1234567890123456.jpeg", "Messenger"),
        ("EaBcDeFgHiJkLmN-orig.jpg", "X"),
        ("viber_image_2021-03-04.jpg", "Viber"),
        ("Screenshot_holiday.png", "a screenshot"),
        ("signal-2021-03-04-050607.jpg", "Signal"),
        ("IMG_20210304_050607.jpg", ""),
        ("DSCN0042.JPG", ""),
        ("forwarded.jpg", ""),
        ("image_large.jpg", ""),
    ],
)
def test_platforms(name: str, program: str) -> None:
    assert platform(name) == program
