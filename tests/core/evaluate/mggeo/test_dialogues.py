"""What is said in a dialogue is what it claims to be, by coordinates; and the replies keep to the numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.core.evaluate.mggeo.doubles import clue, in_country
from theodolite import packs
from theodolite.assistant import hints
from theodolite.domain import AreaReach, Clue, Hint, HintState, PointReach, Strength
from theodolite.engine import Engine
from theodolite.evaluate.mggeo import dialog, ranked, saying
from theodolite.evaluate.mggeo.truth import Truth
from theodolite.evaluate.naming import Naming
from theodolite.geo import countries
from theodolite.geo.geodesy import geodesic_km
from theodolite.locate.question import ask

pytestmark = pytest.mark.packs
SHARE = re.compile(r"(\d+\.\d) %")


@pytest.fixture(scope="module")
def sayings(engine: Engine) -> saying.Sayings:
    return saying.Sayings(engine.world, engine.gazetteer, ranked.prior(engine.locator))


def truths(engine: Engine, count: int, seed: int, clear_km: float = 3.0) -> list[Truth]:
    """Places of the gazetteer that lie clear of the border or coast of their country."""
    rng, every = np.random.default_rng(seed), engine.gazetteer.all_places(20_000)
    naming, found = Naming(engine.world, engine.gazetteer), list[Truth]()
    while len(found) < count:
        row = int(rng.integers(len(every.id)))
        lat, lon, code = float(every.lat[row]), float(every.lon[row]), str(every.country[row])
        if engine.world.signed_distance_km([lat], [lon], code)[0] > clear_km:
            names = naming.of(lat, lon)
            found.append(Truth(lat, lon, names.country, names.region))
    return found


def is_in(engine: Engine, truth: Truth, codes: tuple[str, ...]) -> bool:
    """By the shapes of the countries, not by the look-up that the sayings use."""
    return any(engine.world.contains([truth.lat], [truth.lon], code)[0] for code in codes)


def test_wrong_is_wrong_and_right_is_right(engine: Engine, sayings: saying.Sayings, seed: int) -> None:
    rng, told = random.Random(seed), dict.fromkeys(saying.KINDS, 0)
    prior = ranked.prior(engine.locator)
    for truth in truths(engine, 12, seed):
        for kind in saying.KINDS:
            said = sayings.say(kind, truth, prior, rng)
            if said is None:
                continue
            told[kind] += 1
            assert said.holds is (kind in saying.TRUE)
            assert said.text.endswith(said.strength.value)
            reach = said.reach
            if isinstance(reach, AreaReach) and reach.scope == "country":
                assert is_in(engine, truth, reach.codes) is (said.holds != reach.negated), (said, truth)
            elif isinstance(reach, PointReach):
                assert kind == "right"
                assert geodesic_km(truth.lat, truth.lon, reach.lat, reach.lon) <= 3 * reach.sd_km
            if kind == "misleading":
                assert said.strength is Strength.CERTAIN
                assert isinstance(reach, AreaReach)
                favoured = [code for code in sorted(prior, key=lambda c: -prior[c]) if code != truth.country]
                assert reach.codes == (favoured[0],)
            if kind == "irrelevant":
                assert isinstance(reach, AreaReach) and reach.negated
                assert prior[reach.codes[0]] <= saying.SMALL
            if kind == "vague":
                assert isinstance(reach, AreaReach)
                assert reach.codes in {
                    countries.group(countries.continent(truth.country)),
                    countries.group(countries.subregion(truth.country)),
                }
    assert all(told[kind] >= 9 for kind in saying.KINDS), told


def talk(engine: Engine, sayings: saying.Sayings, truth: Truth, seed: int, *codes: str) -> list[dialog.Turn]:
    """A dialogue about a picture in which three lines speak for ``codes``, each with its own doubt."""
    clues = tuple(in_country(number, *codes) for number in (1, 2, 3)) if codes else ()
    posterior = ranked.Posterior(engine.locator, clues, (), "E1")
    return dialog.turns(posterior, clues, sayings, truth, random.Random(seed))


def test_a_dialogue_is_the_same_for_the_same_seed(engine: Engine, sayings: saying.Sayings, seed: int) -> None:
    (truth,) = truths(engine, 1, seed)
    made = [talk(engine, sayings, truth, seed + n, truth.country) for n in (0, 0, 1)]
    assert made[0] == made[1] != made[2]


def test_replies_keep_to_the_ranking(engine: Engine, sayings: saying.Sayings, seed: int) -> None:
    """Turns alternate, what was false is taken back to the very numbers, and a country's share in a reply is
    one of those that the turn lists."""
    for number, truth in enumerate(truths(engine, 2, seed)):
        turns = talk(engine, sayings, truth, seed, *((truth.country,) if number % 2 else ()))
        assert [turn["role"] for turn in turns] == ["person", "assistant"] * (len(turns) // 2)
        before: Any = None
        for person, answer in zip(turns[::2], turns[1::2], strict=True):
            shares = dict(answer["countries"])
            assert list(shares.values()) == sorted(shares.values(), reverse=True)
            if person["kind"] == "retraction":
                assert answer["countries"] == before
            elif person["kind"] == "hint":
                before = answer["countries_before"]
            for name, share in re.findall(r"(?:By country: |, )([A-Z][^,.:]+?) (\d+\.\d) %", answer["text"]):
                code = countries.lookup(name)
                if answer["text"].startswith(("Nothing", "Most")) and code in shares:
                    assert float(share) == pytest.approx(100 * shares[code], abs=0.051)
        hints = [turn["hint"] for turn in turns if "hint" in turn]
        assert len({one["quality"] for one in hints}) == len(hints) >= 4
        false = [one for one in hints if not one["holds"]]
        assert len(false) == sum(turn["kind"] == "retraction" for turn in turns) == 2


def test_what_a_true_area_does_to_the_true_country(
    engine: Engine, sayings: saying.Sayings, seed: int
) -> None:
    """Each place's probability counts by (1 - e) K / Z + e, whatever the other hints: the country's share is
    the sum. Where the area takes in the place as a whole, as "in" its country always does, it falls nowhere.
    """
    for number, truth in enumerate(truths(engine, 2, seed)):
        clues = tuple(in_country(n, truth.country) for n in (1, 2, 3)) if number % 2 else ()
        posterior = ranked.Posterior(engine.locator, clues, (), "E1")
        turns = dialog.turns(posterior, clues, sayings, truth, random.Random(seed))
        kept: list[Hint] = []
        for person, answer in zip(turns[::2], turns[1::2], strict=True):
            if person["kind"] != "hint" or not person["hint"]["holds"]:
                continue
            said = heard(engine, person)
            if isinstance(said.reach, AreaReach):
                shares_follow(engine, clues, kept, said, truth, answer["true_country"])
            kept.append(said)
        assert len(kept) >= 2


def heard(engine: Engine, person: dict[str, Any]) -> Hint:
    (parsed,) = hints.parse(person["text"], engine.world, engine.gazetteer)
    told = person["hint"]
    assert (parsed.reading, parsed.strength.value) == (told["reading"], told["strength"])
    return Hint(told["id"], person["text"], parsed.reading, parsed.reach, parsed.strength, HintState.ON, "")


def shares_follow(
    engine: Engine,
    clues: tuple[Clue, ...],
    kept: list[Hint],
    said: Hint,
    truth: Truth,
    stated: tuple[float, float],
) -> None:
    """``stated``: share of the true country before and after, with six digits."""
    assert isinstance(said.reach, AreaReach)
    before = engine.locator.solve(ask(clues=clues, hints=kept)).posterior
    after = engine.locator.solve(ask(clues=clues, hints=[*kept, said])).posterior
    places, e = before.places, said.strength.doubt
    fit = engine.locator.kernel(places, said.reach).dense(places.zone)
    counted = before.probability * ((1 - e) * fit / (places.pi * fit).sum() + e)
    counted /= counted.sum()
    country = places.support.zone_country[places.zone]
    inside = country == places.support.country_index[truth.country]
    first, second = stated
    assert first == pytest.approx(before.probability[inside].sum(), abs=1e-6)
    assert second == pytest.approx(counted[inside].sum(), abs=3e-6), (said, truth)
    own = said.reach.scope == "country" and said.reach.codes == (truth.country,)
    if own or fit[inside].min() > 1 - 1e-9:
        assert second >= first - 2e-6, (said, truth)
    whole = fit > 1 - 1e-9
    assert (after.probability[whole] >= before.probability[whole] * (1 - 3e-6)).all()


def test_a_false_country_against_strong_evidence_is_answered_with_numbers(
    engine: Engine, sayings: saying.Sayings, seed: int
) -> None:
    """Every hint of another country fights three lines that name one; no true but wide hint does."""
    for truth in truths(engine, 3, seed, clear_km=60.0):
        turns = talk(engine, sayings, truth, seed, truth.country)
        for person, answer in zip(turns[::2], turns[1::2], strict=True):
            if person["kind"] != "hint":
                continue
            hint = person["hint"]
            if not hint["holds"] or hint["quality"] != "right":
                assert answer["conflict"] is not hint["holds"], (person, answer)
            if answer["conflict"]:
                assert "Without it: " in answer["text"] and "With it: " in answer["text"]
                assert SHARE.search(answer["text"])
            assert f"({person['hint']['strength']})" in answer["text"]


@pytest.mark.parametrize(
    ("leads", "truth", "code"),
    [
        ((41.893, 12.483), (43.11, 12.39, "IT"), "VA"),  # Rome, and Perugia
        ((44.059, 12.568), (44.49, 11.34, "IT"), "SM"),  # Rimini, and Bologna
        ((-29.194, 27.457), (-29.12, 26.22, "ZA"), "LS"),  # Ladybrand, and Bloemfontein
        ((41.265, 69.216), (39.65, 66.96, "UZ"), "KZ"),  # Tashkent, and Samarkand
        ((-25.983, 32.017), (-25.966, 32.59, "MZ"), "SZ"),  # Namaacha, and Maputo
    ],
)
def test_a_country_just_across_the_border_of_what_leads_misleads_nobody(
    engine: Engine,
    sayings: saying.Sayings,
    seed: int,
    leads: tuple[float, float],
    truth: tuple[float, float, str],
    code: str,
) -> None:
    """It fits the place that leads, as borders are soft; what is said instead fights it."""
    here, (lat, lon, own) = PointReach(*leads, 5.0), truth
    posterior = ranked.Posterior(
        engine.locator, (in_country(1, own), clue(2, here, strength="certain")), (), "E1"
    )
    fit, rng = posterior.fit(()), random.Random(seed)
    across = AreaReach("country", (code,))
    assert fit(across) >= saying.FIGHTS
    assert fit(AreaReach("country", (own,))) > 1.0
    now = {own: 0.5, code: 0.3, "JP": 0.15, "CL": 0.05}
    plain = sayings.say("misleading", Truth(lat, lon, own), now, rng)
    assert plain is not None and plain.reach == across
    for kind in ("wrong", "misleading"):
        for number in range(5):
            said = sayings.say(kind, Truth(lat, lon, own), now, rng, fit)
            assert said is not None and said.reach != across
            if kind == "misleading":
                assert said.reach == AreaReach("country", ("JP",))
            assert posterior.conflict([ranked.hint(said, number)]) is not None, said


def test_nothing_fits_or_fights_where_nothing_leads(engine: Engine) -> None:
    empty = ranked.Posterior(engine.locator, (), (), "E1").fit(())
    assert empty(AreaReach("country", ("FR",))) == 0.0
    paris = ranked.Posterior(engine.locator, (clue(1, PointReach(48.86, 2.35, 5.0)),), (), "E1").fit(())
    assert paris(AreaReach("country", ("ZZ",))) == 1.0  # lies nowhere, so that it counts for nothing


def test_at_sea_there_are_no_hints(engine: Engine, sayings: saying.Sayings, seed: int) -> None:
    turns = talk(engine, sayings, Truth(0.0, -30.0, ""), seed)
    assert len(turns) == 2 and "Nothing that was read" in turns[1]["text"]


def test_the_prior_is_all_countries(engine: Engine, starter: Callable[[str], packs.Pack]) -> None:
    prior = ranked.prior(engine.locator)
    assert sum(prior.values()) == pytest.approx(1.0, abs=1e-6)
    assert len(prior) > 230
