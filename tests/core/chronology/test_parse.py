"""Times as people type them; what is ambiguous is asked."""

from __future__ import annotations

import pytest

from theodolite.chronology import parse_span, shown
from theodolite.chronology.spans import bounds
from theodolite.domain import TimeSpan
from theodolite.errors import InputError


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2008-10-22", "2008-10-21T10:00:00Z", "2008-10-23T12:00:00Z"),
        ("22 Oct 2008", "2008-10-21T10:00:00Z", "2008-10-23T12:00:00Z"),
        ("on the 22nd October 2008", "2008-10-21T10:00:00Z", "2008-10-23T12:00:00Z"),
        ("October 22, 2008.", "2008-10-21T10:00:00Z", "2008-10-23T12:00:00Z"),
        ("22/10/2008", "2008-10-21T10:00:00Z", "2008-10-23T12:00:00Z"),
        ("10.10.2008", "2008-10-09T10:00:00Z", "2008-10-11T12:00:00Z"),
        ("2008-10-22 16:46:53", "2008-10-22T02:46:53Z", "2008-10-23T04:46:53Z"),
        ("2008-10-22T14:46:53Z", "2008-10-22T14:46:53Z", "2008-10-22T14:46:53Z"),
        ("2008-10-22 16:46:53 +02:00", "2008-10-22T14:46:53Z", "2008-10-22T14:46:53Z"),
        ("22 Oct 2008, 16:46 UTC", "2008-10-22T16:46:00Z", "2008-10-22T16:47:00Z"),
        ("Oct 2008", "2008-09-30T10:00:00Z", "2008-11-01T12:00:00Z"),
        ("2008-12", "2008-11-30T10:00:00Z", "2009-01-01T12:00:00Z"),
        ("in 2008", "2007-12-31T10:00:00Z", "2009-01-01T12:00:00Z"),
        ("the 1990s", "1989-12-31T10:00:00Z", "2000-01-01T12:00:00Z"),
        ("before 2015", "", "2015-01-01T12:00:00Z"),
        ("not after 2015", "", "2016-01-01T12:00:00Z"),
        ("until May 2015", "", "2015-06-01T12:00:00Z"),
        ("up to 2015", "", "2016-01-01T12:00:00Z"),
        ("not before 2015", "2014-12-31T10:00:00Z", ""),
        ("since 2015", "2014-12-31T10:00:00Z", ""),
        ("from 2015 on", "2014-12-31T10:00:00Z", ""),
        ("after 2015", "2015-12-31T10:00:00Z", ""),
        ("between 2008 and 1 May 2009", "2007-12-31T10:00:00Z", "2009-05-02T12:00:00Z"),
        ("from 2008 to 2010", "2007-12-31T10:00:00Z", "2011-01-01T12:00:00Z"),
        ("2008 \u2013 2010", "2007-12-31T10:00:00Z", "2011-01-01T12:00:00Z"),
        ("northern summer 2019", "2019-05-31T10:00:00Z", "2019-09-01T12:00:00Z"),
        ("summer 2019 (north)", "2019-05-31T10:00:00Z", "2019-09-01T12:00:00Z"),
        ("southern winter 2019", "2019-05-31T10:00:00Z", "2019-09-01T12:00:00Z"),
        ("summer 2019/20, southern hemisphere", "2019-11-30T10:00:00Z", "2020-03-01T12:00:00Z"),
        ("northern winter 2019/20", "2019-11-30T10:00:00Z", "2020-03-01T12:00:00Z"),
        ("southern autumn 2020", "2020-02-29T10:00:00Z", "2020-06-01T12:00:00Z"),
        ("southern spring 2020", "2020-08-31T10:00:00Z", "2020-12-01T12:00:00Z"),
    ],
)  # fmt: skip
def test_spans(text: str, start: str, end: str) -> None:
    assert parse_span(text) == TimeSpan(start, end)


def test_what_is_excluded_is_narrowed_so_that_it_holds_in_every_zone() -> None:
    assert parse_span("not in 2012") == TimeSpan("2012-01-01T12:00:00Z", "2012-12-31T10:00:00Z", False)
    with pytest.raises(InputError, match="UTC"):
        parse_span("not on 2012-05-01")
    assert parse_span("not 2012-05-01 10:00 UTC").inside is False


def test_the_hemisphere_of_the_case_may_be_given() -> None:
    assert parse_span("summer 2019", "north") == parse_span("northern summer 2019")
    assert parse_span("summer 2019/20", "south") == parse_span("southern summer 2019/20")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("10/11/2008", "2008-11-10 or 2008-10-11"),
        ("summer 2019", "northern summer 2019 or southern summer 2019"),
        ("northern winter 2019", "winter 2018/19 or winter 2019/20"),
        ("northern winter 2019/22", "follow each other"),
        ("northern summer", "Say the year"),
        ("about 2015", "how far"),
        ("2010 to 2008", "before it begins"),
        ("2008-02-30", "no such time"),
        ("2008-13", "no such time"),
        ("9999-12-31", "year"),
        ("9999", "year"),
        ("yesterday", "did not understand"),
        ("", "Say a time"),
        ("2008-10-22 16:46 +19:00", "time zone"),
    ],
)
def test_what_is_ambiguous_or_none_is_asked(text: str, question: str) -> None:
    with pytest.raises(InputError, match=question):
        parse_span(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2008-10-22", "22 Oct 2008"),
        ("2008-10", "Oct 2008"),
        ("2008", "2008"),
        ("2008 to 2010", "2008 to 2010"),
        ("Oct 2008 to Jan 2009", "Oct 2008 to Jan 2009"),
        ("2008-10-22 to 2008-10-24", "22 Oct 2008 to 24 Oct 2008"),
        ("before 2015", "before 1 Jan 2015"),
        ("since 2015", "from 1 Jan 2015 on"),
        ("2008-10-22 16:46:53", "22 Oct 2008, 16:46:53 by a clock of unknown zone"),
        ("2008-10-22 16:46:53Z", "22 Oct 2008, 16:46:53 UTC"),
        ("before 2008-10-22 16:46 UTC", "before 22 Oct 2008, 16:46 UTC"),
        ("not in 2012", "not 2012"),
    ],
)
def test_spans_in_words(text: str, words: str) -> None:
    assert shown(parse_span(text)) == words


def test_days_alone() -> None:
    assert shown(parse_span("2008-10-22 16:46:53"), by_day=True) == "22 Oct 2008"
    assert shown(parse_span("2008-10-22 16:46:53Z"), by_day=True) == "22 Oct 2008"


@pytest.mark.parametrize("text", ["0001-01-01", "since 0001", "before 9998", "9998"])
def test_the_ends_of_the_calendar(text: str) -> None:
    span = parse_span(text)
    low, high = bounds(span)
    assert low <= high
    assert shown(span)
