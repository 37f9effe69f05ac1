"""Simulated answerers: language models of a stated quality, asked for a place with a list of references.

Each has one belief about a photograph: a city that is right, or right in its state, in its country, or
nowhere in particular. An answer repeats that belief or draws another; where references are listed it may
follow them instead. Everything random about the answers of a photograph is drawn beforehand
(:class:`Draws`), by prompt and number, so that two procedures which ask the same question hear the same
answerer and differ in nothing but the references they show. Within its area every city is believed alike;
every answer has jitter of its own; followed are the similar references only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.planted.world import CITIES, COUNTRIES, F8, I8, ROOT_SEED, STATES, Places, World, moved
from theodolite.geo.geodesy import chord_of

BELIEF_KM, FOLLOWED_KM = 12.0, 3.0  # jitter, standard deviation a side
DENSEST = 0.6  # of the answers that follow references; the others take any of them
DENSE_KM = 200.0  # a reference is as dense as it has others within this distance
INVALID = 0.02


@dataclass(frozen=True, slots=True)
class Answerer:
    """Shares of beliefs that are right to the city, the state, the country (the rest is anywhere), and how
    often an answer repeats the belief or follows the references."""

    name: str
    city: float
    state: float
    country: float
    repeats: float
    follows: float


A = Answerer("A", city=0.25, state=0.25, country=0.30, repeats=0.7, follows=0.5)
B = Answerer("B", city=0.10, state=0.15, country=0.35, repeats=0.85, follows=0.6)


@dataclass(frozen=True, slots=True)
class Draws:
    """All chance in the answers to [n] photographs, ``prompts`` prompts, ``numbers`` answers each.

    ``believed`` [n, p, a] the city that an answer names unless it follows; ``follow``, ``dense``, ``which``
    [n, p, a] uniform in [0, 1); ``invalid`` [n, p, a]; ``to_belief`` and ``to_reference`` [n, p, a, 2] steps
    north and east in km.
    """

    answerer: Answerer
    places: Places
    believed: I8
    follow: F8
    dense: F8
    which: F8
    invalid: NDArray[np.bool_]
    to_belief: F8
    to_reference: F8


def draw(world: World, answerer: Answerer, prompts: int = 4, numbers: int = 5) -> Draws:
    """The answerer's chance for ``world``'s questions: a stream of its own, by seed and answerer."""
    rng = np.random.default_rng([ROOT_SEED, world.seed, ord(answerer.name)])
    shape = (len(world.asked), prompts, numbers)
    truth = world.asked.city
    first = _beliefs(rng, answerer, truth)
    again = _beliefs(rng, answerer, np.repeat(truth, prompts * numbers)).reshape(shape)
    believed = np.where(rng.random(shape) < answerer.repeats, first[:, None, None], again)
    follow, dense, which = (rng.random(shape) for _ in range(3))
    invalid = rng.random(shape) < INVALID
    steps = (rng.standard_normal((*shape, 2)) * km for km in (BELIEF_KM, FOLLOWED_KM))
    return Draws(answerer, world.places, believed, follow, dense, which, invalid, *steps)


def answers(draws: Draws, prompt: int, references: F8) -> F8:
    """What is answered to one prompt: unit vectors [n, numbers, 3], NaN where the answer is invalid.

    ``references`` [n, k, 3]: unit vectors of the similar places that the prompt lists, k may be 0.
    """
    found = moved(draws.places.xyz[draws.believed[:, prompt]], draws.to_belief[:, prompt])
    k = references.shape[1]
    if k:
        rows = np.arange(len(references))[:, None]
        densest = np.broadcast_to(densest_of(references)[:, None], draws.which[:, prompt].shape)
        anyone = (draws.which[:, prompt] * k).astype(np.int64)
        taken = np.where(draws.dense[:, prompt] < DENSEST, densest, anyone)
        followed = moved(references[rows, taken], draws.to_reference[:, prompt])
        follows = draws.follow[:, prompt] < draws.answerer.follows
        found = np.where(follows[..., None], followed, found)
    return np.where(draws.invalid[:, prompt, :, None], np.nan, found)


def densest_of(references: F8) -> I8:
    """Which of the places [n, k, 3] has most others within 200 km [n]; the first of equals."""
    square = 2.0 - 2.0 * np.einsum("nki,nli->nkl", references, references)
    near = square <= float(chord_of(DENSE_KM)) ** 2
    return np.asarray(near.sum(axis=2).argmax(axis=1), dtype=np.int64)


def _beliefs(rng: np.random.Generator, answerer: Answerer, truth: I8) -> I8:
    """A city for each photograph: the right one, any of its state, of its country, of the world alike."""
    grain = np.searchsorted(
        np.cumsum([answerer.city, answerer.state, answerer.country]), rng.random(len(truth)), side="right"
    )
    size = np.array([1, CITIES, CITIES * STATES, CITIES * STATES * COUNTRIES])[grain]
    first = truth // size * size  # cities stand in order of country and state
    return np.asarray(first + (rng.random(len(truth)) * size).astype(np.int64))
