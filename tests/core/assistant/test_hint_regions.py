"""Names of regions: what is said of one must not be the name of another."""

from __future__ import annotations

import difflib

from theodolite.geo import countries, regions
from theodolite.geo.names import fold


def _likeness(shown: str, names: tuple[str, ...]) -> float:
    return max((difflib.SequenceMatcher(None, shown, fold(name)).ratio() for name in names), default=0.0)


def test_no_region_is_shown_by_the_name_of_another() -> None:
    wrong = []
    for country in countries.codes():
        codes = regions.codes(country)
        for code in codes:
            shown, own = fold(regions.name(code)), regions.names(code)[1:]
            if not own or _likeness(shown, own) >= 0.75 or any(shown in fold(name) for name in own):
                continue
            wrong += [
                f"{code} {regions.name(code)}: the name of {other}"
                for other in codes
                if other != code and _likeness(shown, regions.names(other)[1:]) >= 0.9
            ]
    assert not [one for one in wrong if not one.startswith("RU.48 ")], (
        wrong
    )  # Moskva, and the oblast's Moscow


def test_regions_of_countries_that_renumbered_theirs() -> None:
    assert regions.name("IR.28") == "Isfahan"
    assert regions.lookup("Isfahan") == ("IR.28",)
    assert regions.name("IR.26") == "Tehran"
    assert regions.name("MA.06") == "Casablanca-Settat"
