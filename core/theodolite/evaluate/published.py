"""Published results as they stand in the papers: percent of images nearer than 1/25/200/750/2500 km.

``source`` says where a row was read: 'seed' the text of the published method and of its baselines that this
project began with, 'page' a published page. GeoCLIP's and kNN's own tests count a distance of exactly the
threshold as a hit (``<=``), ours does not. A row stands beside ours for orientation: images, references and
models differ, and only the same images with the same references can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass

Percents = tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """``percents`` at the five thresholds."""

    dataset: str
    method: str
    percents: Percents
    source: str
    note: str = ""


def _pair(method: str, im2gps3k: Percents, yfcc4k: Percents, note: str = "") -> tuple[Row, Row]:
    return Row("im2gps3k", method, im2gps3k, "seed", note), Row("yfcc4k", method, yfcc4k, "seed", note)


ROWS: tuple[Row, ...] = (
    *_pair("[L]kNN sigma=4", (7.2, 19.4, 26.9, 38.9, 55.9), (2.3, 5.7, 11.0, 23.5, 42.0)),
    *_pair("PlaNet", (8.5, 24.8, 34.3, 48.4, 64.6), (5.6, 14.3, 22.2, 36.4, 55.8)),
    *_pair("CPlaNet", (10.2, 26.5, 34.6, 48.6, 64.6), (7.9, 14.8, 21.9, 36.4, 55.5)),
    *_pair("ISNs", (10.5, 28.0, 36.6, 49.7, 66.0), (6.5, 16.2, 23.8, 37.4, 55.0)),
    *_pair("Translocator", (11.8, 31.1, 46.7, 58.9, 80.1), (8.4, 18.6, 27.0, 41.1, 60.4)),
    *_pair("GeoDecoder", (12.8, 33.5, 45.9, 61.0, 76.1), (10.3, 24.4, 33.9, 50.0, 68.7)),
    *_pair("GeoCLIP", (14.11, 34.47, 50.65, 69.67, 83.82), (9.59, 19.31, 32.63, 55.0, 74.69)),
    *_pair(
        "Img2Loc",
        (15.34, 39.83, 53.59, 69.70, 82.78),
        (19.78, 30.71, 41.40, 58.11, 74.07),
        "as G3 reports it",
    ),
    *_pair("PIGEON", (11.3, 36.7, 53.8, 72.4, 85.3), (10.4, 23.7, 40.6, 62.2, 77.7), "the PIGEOTTO model"),
    *_pair("G3 (GPT-4V)", (16.65, 40.94, 55.56, 71.24, 84.68), (23.99, 35.89, 46.98, 64.26, 78.15)),
    Row("im2gps3k", "G3 (LLaVA)", (14.31, 35.87, 49.42, 66.93, 81.78), "seed"),
    Row("im2gps3k", "Img2Loc (LLaVA)", (10.21, 29.06, 39.51, 56.36, 71.07), "seed"),
    Row("im2gps3k", "G3-N", (16.44, 40.64, 54.35, 70.57, 83.98), "seed", "text with neighbourhood"),
    Row("im2gps3k", "IMG+GPS", (16.91, 41.41, 55.02, 70.94, 84.18), "seed", "G3's index without text"),
    Row("im2gps3k", "GaGA", (11.7, 33.0, 48.0, 67.1, 82.1), "page"),
    Row("im2gps3k", "Pinpoint", (20.5, 47.4, 63.5, 79.0, 90.2), "page", "newer, for orientation"),
    Row("im2gps3k", "GeoRanker", (18.8, 45.1, 61.5, 76.3, 89.3), "page", "newer, for orientation"),
    Row("im2gps3k", "GeoSearch+GeoRanker", (23.6, 55.1, 67.1, 79.8, 89.6), "page", "searches the web"),
    Row("gws15k-osv5m", "GaGA", (0.1, 8.5, 33.9, 60.6, 82.2), "page", "rebuilt from the OSV-5M test set"),
    Row("osv5m", "GaGA", (0.1, 8.0, 40.1, 68.0, 85.4), "page"),
)

#: Rows of G3's ablation table: its three parts taken away one by one, with GPT-4V.
ABLATIONS: tuple[Row, ...] = (
    Row("im2gps3k", "geo-a", (15.71, 40.64, 54.85, 70.80, 84.05), "seed", "w/o Geo-A: the index by raw CLIP"),
    Row("im2gps3k", "geo-d", (16.35, 40.51, 53.89, 69.20, 83.11), "seed", "w/o Geo-D"),
    Row("im2gps3k", "geo-v", (14.98, 38.27, 51.25, 67.60, 81.18), "seed", "w/o Geo-V"),
    Row("im2gps3k", "", (16.65, 40.94, 55.56, 71.24, 84.68), "seed", "full"),
    Row("yfcc4k", "geo-a", (20.80, 32.72, 44.25, 61.83, 76.64), "seed", "w/o Geo-A: the index by raw CLIP"),
    Row("yfcc4k", "geo-d", (20.28, 31.87, 43.67, 60.84, 76.25), "seed", "w/o Geo-D"),
    Row("yfcc4k", "geo-v", (19.03, 30.24, 40.93, 57.93, 72.83), "seed", "w/o Geo-V"),
    Row("yfcc4k", "", (23.99, 35.89, 46.98, 64.26, 78.15), "seed", "full"),
)


def rows(dataset: str) -> tuple[Row, ...]:
    """The published rows of a dataset (a kind of :data:`theodolite.evaluate.datasets.KINDS`), in order."""
    return tuple(row for row in ROWS if row.dataset == dataset)


def ablations(dataset: str) -> tuple[Row, ...]:
    """G3's ablation rows of a dataset, '' naming the full method."""
    return tuple(row for row in ABLATIONS if row.dataset == dataset)
