"""Datasets as they lie on disk, and what is refused with its row."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.evaluate.doubles import photograph, table
from theodolite.errors import InputError, NotFound
from theodolite.evaluate.datasets import open_dataset
from theodolite.evaluate.lists import parsed

PLACES = (
    "IMG_ID,AUTHOR,{a},{b},S3_Label\n"
    "1_a@N00.jpg,a@N00,32.325436,-64.764404,2\n"
    "2_b@N00.jpg,b@N00,29.9,122.4,2\n"
)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def im2gps(folder: Path, a: str = "LAT", b: str = "LON", images: str = "images") -> Path:
    put(folder / "im2gps3k_places365.csv", PLACES.format(a=a, b=b))
    photograph(folder / images / "1_a@N00.jpg")
    photograph(folder / images / "2_b@N00.jpg")
    return folder


@pytest.mark.parametrize("images", ["images", "im2gps3ktest", "im2gps3ktest/im2gps3ktest"])
def test_im2gps3k_as_g3_and_as_its_authors_ship_it(tmp_path: Path, images: str) -> None:
    found = open_dataset(im2gps(tmp_path, images=images))
    assert (found.kind, found.title, len(found.whole)) == ("im2gps3k", "IM2GPS3k", 2)
    first, second = found.items
    assert (first.lat, first.lon, first.author) == (32.325436, -64.764404, "a@N00")
    assert Path(first.path).is_file() and (second.row, second.lon) == (2, 122.4)
    assert "2 images; published results are for 2997" in found.notes[0]


def test_the_early_release_with_exchanged_headers_is_read_as_meant_and_says_so(tmp_path: Path) -> None:
    early, later = open_dataset(im2gps(tmp_path / "a", "LON", "LAT")), open_dataset(im2gps(tmp_path / "b"))
    assert [(i.lat, i.lon) for i in early.items] == [(i.lat, i.lon) for i in later.items]
    assert "exchanged" in early.notes[0] and not any("exchanged" in note for note in later.notes)


def test_yfcc4k_by_its_authors_list_and_by_the_places_file(tmp_path: Path) -> None:
    cells = [
        "1",
        "4571314348",
        "hash",
        "47065077@N00",
        "nick",
        "2010-04-16 11:00:49.0",
        "",
        "Canon",
        "",
        "",
        "",
        "",
    ]
    row = "\t".join([*cells, "-2.335453", "55.010991", *["x"] * 11])
    put(tmp_path / "a" / "yfcc4k.txt", f"{row}\n")
    photograph(tmp_path / "a" / "yfcc4k" / "4571314348.jpg")
    (item,) = open_dataset(tmp_path / "a").items
    assert (item.lat, item.lon, item.author, item.day) == (55.010991, -2.335453, "47065077@N00", "2010-04-16")
    assert Path(item.path).is_file()
    put(tmp_path / "b" / "yfcc4k_places365.csv", "IMG_ID,LAT,LON\n1/2/4571314348.jpg,55.010991,-2.335453\n")
    photograph(tmp_path / "b" / "images" / "4571314348.jpg")
    (other,) = open_dataset(tmp_path / "b").items
    assert (other.lat, other.lon) == (item.lat, item.lon) and Path(other.path).is_file()


OSV = (
    "id,latitude,longitude,country,region,sub-region,city\n"
    "11,-43.9,170.1,NZ,Canterbury,Timaru District,Pleasant Point\n"
    "12,-22.5,17.0,NA,Khomas,,Windhoek\n"
)


@pytest.mark.parametrize("layout", [("test.csv", "images/test/00"), ("test/test.csv", "test/test")])
def test_osv5m_keeps_namibia_and_leaves_nulls_null(tmp_path: Path, layout: tuple[str, str]) -> None:
    put(tmp_path / layout[0], OSV)
    for name in ("11", "12"):
        photograph(tmp_path / layout[1] / f"{name}.jpg")
    found = open_dataset(tmp_path)
    assert found.kind == "osv5m" and found.named == ("country", "region", "area", "city")
    assert [item.country for item in found.items] == ["NZ", "NA"]
    assert [item.area for item in found.items] == ["Timaru District", None]
    assert all(Path(item.path).is_file() for item in found.items)


def test_gws15k_its_original_list_and_its_rebuild_from_osv5m(tmp_path: Path) -> None:
    put(tmp_path / "a" / "gws15k.csv", "path,lat,lon\ngsv_0.jpg,31.9,102.2\n")
    photograph(tmp_path / "a" / "images" / "gsv_0.jpg")
    original = open_dataset(tmp_path / "a")
    assert original.kind == "gws15k" and "never released" in original.notes[-1]

    rebuilt = tmp_path / "b"
    put(rebuilt / "test.csv", OSV)
    put(rebuilt / "gws15k_osv5m.csv", "id\n12\n")
    photograph(rebuilt / "images" / "test" / "12.jpg")
    (item,) = open_dataset(rebuilt).items
    assert (item.lat, item.country, Path(item.path).name) == (-22.5, "NA", "12.jpg")
    put(rebuilt / "gws15k_osv5m.csv", "id\n12\n99\n")
    with pytest.raises(InputError, match=r"1 ids of gws15k_osv5m.csv are not in test.csv: 99"):
        open_dataset(rebuilt)


def test_tables_in_every_form_are_one_dataset(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet as parquet

    photograph(tmp_path / "a.jpg")
    put(tmp_path / "comma.csv", "image,lat,lon\na.jpg,1.5,190.0\n")
    put(tmp_path / "semicolon.csv", "\ufeffImage;Latitude;Longitude\na;1.5;-170\n")
    put(tmp_path / "tab.tsv", "file\tlat\tlng\na.jpg\t1.5\t-170\n")
    parquet.write_table(
        pyarrow.table({"image": ["a.jpg"], "lat": [1.5], "lon": [-170.0], "embedding": [[1.0, 2.0]]}),
        tmp_path / "t.parquet",
    )
    for name in ("comma.csv", "semicolon.csv", "tab.tsv", "t.parquet"):
        (item,) = open_dataset(tmp_path / name).items
        assert (item.lat, item.lon) == (1.5, -170.0), name
        assert Path(item.path) == tmp_path / "a.jpg"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("nan,3", "Row 2 of t.csv: 'nan' is no latitude"),
        ("3,NaN", "Row 2 of t.csv: 'NaN' is no longitude"),
        (",3", "Row 2 of t.csv: '' is no latitude"),
        ("inf,3", "Row 2 of t.csv: 'inf' is no latitude"),
        ("91,3", "Row 2 of t.csv: '91' is no latitude. Are the columns lat and lon exchanged"),
        ("3,400", "Row 2 of t.csv: '400' is no longitude"),
        ("north,3", "Row 2 of t.csv: 'north' is no latitude"),
    ],
)
def test_a_coordinate_that_is_none_is_refused_with_its_row(tmp_path: Path, cells: str, said: str) -> None:
    photograph(tmp_path / "a.jpg")
    path = put(tmp_path / "t.csv", f"image,lat,lon\na.jpg,1,2\na.jpg,{cells}\n")
    with pytest.raises(InputError) as refused:
        open_dataset(path)
    assert said in str(refused.value)


def test_nan_in_parquet_is_refused_too(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet as parquet

    rows = pyarrow.table({"image": ["a.jpg", "b.jpg"], "lat": [1.0, float("nan")], "lon": [2.0, None]})
    parquet.write_table(rows, tmp_path / "t.parquet")
    with pytest.raises(InputError, match=r"Row 2 of t\.parquet"):
        open_dataset(tmp_path / "t.parquet")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_dataset(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"im2gps3k: im2gps3k_places365.csv"):
        open_dataset(tmp_path / "empty")
    with pytest.raises(InputError, match=r"OSV-5M test needs test.csv"):
        open_dataset(tmp_path / "empty", "osv5m")
    with pytest.raises(InputError, match="no dataset layout"):
        open_dataset(tmp_path / "empty", "mp16")
    put(tmp_path / "x" / "im2gps3k_places365.csv", PLACES.format(a="LAT", b="LON"))
    with pytest.raises(InputError, match=r"needs its images in one of images/, im2gps3ktest/"):
        open_dataset(tmp_path / "x")
    with pytest.raises(InputError, match="Not one image"):
        open_dataset(put(tmp_path / "t.csv", "image,lat,lon\ngone.jpg,1,2\n"))
    with pytest.raises(InputError, match="no column lat"):
        open_dataset(put(tmp_path / "u.csv", "image,breite,lon\ngone.jpg,1,2\n"))
    with pytest.raises(InputError, match="lists no image"):
        open_dataset(put(tmp_path / "v.csv", "image,lat,lon\n"))
    with pytest.raises(InputError, match="no Parquet table"):
        open_dataset(put(tmp_path / "w.parquet", "image,lat,lon\n"))
    with pytest.raises(InputError, match="names no image"):
        open_dataset(put(tmp_path / "y.csv", "image,lat,lon\n ,1,2\n"))


def test_a_sample_is_random_and_always_the_same(tmp_path: Path) -> None:
    path = table(tmp_path, [(f"{n}.jpg", n / 10, n / 10) for n in range(60)], pictures=False)
    for number in range(60):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    whole, some = open_dataset(path), open_dataset(path, limit=20)
    again = open_dataset(path, limit=20)
    assert some == again and some.sha256 != whole.sha256 and some.whole == whole.items
    rows = [item.row for item in some.items]
    assert rows == sorted(set(rows)) and len(rows) == 20 and rows != list(range(1, 21))
    assert "random sample of 20 of its 60" in some.notes[-1]
    with pytest.raises(InputError):
        open_dataset(path, limit=0)


def test_the_hash_follows_what_decides_the_results(tmp_path: Path) -> None:
    photograph(tmp_path / "a.jpg")
    one = open_dataset(put(tmp_path / "t.csv", "image,lat,lon\na.jpg,1,2\n")).sha256
    same = open_dataset(put(tmp_path / "u.csv", "image,lat,lon,note\na.jpg,1.0,2,hello\n")).sha256
    moved = open_dataset(put(tmp_path / "v.csv", "image,lat,lon\na.jpg,1,2.0001\n")).sha256
    assert one == same != moved


@given(st.floats(-90, 90), st.floats(-360, 360))
def test_every_position_is_read_to_the_last_bit(lat: float, lon: float) -> None:
    rows = [(1, {"image": "a.jpg", "lat": repr(lat), "lon": repr(lon)})]
    ((item,), _, _) = parsed(Path("t.csv"), rows, str)
    assert item.lat == lat and -180.0 <= item.lon <= 180.0
    assert item.lon == lon or abs(lon) > 180.0
