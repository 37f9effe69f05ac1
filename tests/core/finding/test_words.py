"""How words are compared: folding, romanised spellings, where a match stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.finding import words
from theodolite.geo import names


@given(st.text())
def test_the_fast_folding_is_that_of_place_names(text: str) -> None:
    assert words.folded(text) == names.fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_of_ascii_too(text: str) -> None:
    assert words.folded(text) == names.fold(text)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Nizhny Novgorod", "Nizhnij Novgorod"),
        ("Kharkov", "Harkov"),
        ("Tokyo", "tōkyō"),
        ("Yuri", "Iuri"),
        ("Beijing", "běi jīng"),
        ("Odessa", "Odesa"),
    ],
)
def test_spellings_of_one_name_agree(typed: str, read: str) -> None:
    assert words.skeleton(typed) == words.skeleton(read)


@pytest.mark.parametrize(("typed", "read"), [("Dimashq", "dmshq"), ("Homs", "hms"), ("Haleb", "hlb")])
def test_scripts_without_vowels_agree_by_consonants(typed: str, read: str) -> None:
    assert words.consonants(typed) == words.consonants(read)


def test_a_query_is_words_phrases_and_records() -> None:
    one, two, three = words.parse('E4 "Via  CESALPINO" café')
    assert (one.text, one.record) == ("e4", "E4")
    assert (two.text, two.record) == ("via cesalpino", "")
    assert three.text == "cafe" and three.skeleton == "kafe"
    assert words.parse("  ., ") == ()
    assert words.parse("a")[0].needle == " a "
    assert words.parse("駅")[0].needle == "駅"


@given(st.text(max_size=60), st.text(min_size=1, max_size=6))
def test_places_of_a_match_are_in_the_text_and_hold_the_word(text: str, typed: str) -> None:
    parsed = words.parse(typed)
    found = words.spans(text, parsed)
    before = 0
    for start, end in found:
        assert before <= start < end <= len(text)
        before = end


@given(st.from_regex(r"[a-z]{1,5}( [a-z]{1,5}){0,6}", fullmatch=True), st.data())
def test_every_place_of_a_plain_word_is_found(text: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(text.split()))
    covered = {at for start, end in words.spans(text, words.parse(word)) for at in range(start, end)}
    start = text.find(word)
    while start >= 0:
        assert set(range(start, start + len(word))) <= covered
        start = text.find(word, start + len(word))


def test_the_match_in_latin_letters_is_whole_words() -> None:
    (span,) = words.latin_spans("g Nizhnij Novgorod", words.parse("nizhny"), abjad=False)
    assert "g Nizhnij Novgorod"[slice(*span)] == "Nizhnij"
    (span,) = words.latin_spans("zài shàng hǎi nán zhàn", words.parse("shanghai"), abjad=False)
    assert "zài shàng hǎi nán zhàn"[slice(*span)] == "shàng hǎi"
