"""Misread names of the world's cities: how often the right one is found, and how fast."""

from __future__ import annotations

import random
import statistics
import time
from collections import defaultdict

import pytest

from tests.conftest import on_ci
from tests.core.geo.misreading import Misreader
from theodolite.geo.gazetteer import Gazetteer

pytestmark = pytest.mark.alone

#: Cities are all places GeoNames lists, from 500 people up: a stricter lot than large ones.
CITIES = 2_000
#: Milliseconds a look-up may take at the 95th percentile, on two cores.
SLOWEST_MS = 20.0


@pytest.mark.packs
def test_a_misread_city_is_among_the_first_five(real: Gazetteer, seed: int, repeat: int) -> None:
    count = max(200, CITIES * min(repeat, 100) // 100)
    misreader = Misreader(real, random.Random(seed))
    found: dict[str, list[int]] = defaultdict(list)
    times: list[float] = []
    for case in misreader.draw(real.all_places(0).id.tolist(), count):
        start = time.perf_counter()
        matches = real.lookup(case.read, limit=5)
        times.append(1000 * (time.perf_counter() - start))
        ids = [match.place.id for match in matches]
        rank = ids.index(case.place.id) + 1 if case.place.id in ids else 0
        for group in ("all", case.script, case.error):
            found[group].append(rank)
    print(f"\n{'group':12}{'names':>7}{'@1':>7}{'@5':>7}")
    for group, ranks in sorted(found.items(), key=lambda item: -len(item[1])):
        first, five = (sum(0 < rank <= most for rank in ranks) / len(ranks) for most in (1, 5))
        print(f"{group:12}{len(ranks):7}{first:7.3f}{five:7.3f}")
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"median {median:.2f} ms, p95 {p95:.2f} ms, slowest {max(times):.1f} ms a look-up")
    print("excluded:", dict(misreader.excluded))
    among = sum(rank > 0 for rank in found["all"]) / len(found["all"])
    # 0.90 of 2,000; of fewer names less three standard errors, so that chance does not fail a run.
    least = 0.90 if count >= CITIES else 0.90 - 3 * (0.09 / count) ** 0.5
    assert among >= least, f"{among:.3f} of {count}"
    assert p95 < SLOWEST_MS * (3 if on_ci() else 1)


@pytest.mark.packs
def test_a_known_country_settles_namesakes(real: Gazetteer, seed: int, repeat: int) -> None:
    """The same with the country known: it can only help, and namesakes elsewhere no longer crowd it out."""
    misreader = Misreader(real, random.Random(seed))
    without, known = 0, 0
    cases = list(misreader.draw(real.all_places(0).id.tolist(), max(200, 10 * min(repeat, 100))))
    for case in cases:
        without += case.place.id in [m.place.id for m in real.lookup(case.read, limit=5)]
        home = {case.place.country: 1.0}
        known += case.place.id in [m.place.id for m in real.lookup(case.read, limit=5, home=home)]
    print(f"\namong the first five: {without / len(cases):.3f}, country known {known / len(cases):.3f}")
    assert known >= without
