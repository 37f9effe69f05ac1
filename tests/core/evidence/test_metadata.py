"""Every block of metadata that files carry, each built here as cameras and programs write it."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import ImageCms, TiffImagePlugin
from tests.core.evidence import blocks
from tests.core.evidence.blocks import exif, iptc, jpeg, photoshop, picture, ratio, resource, segment, xmp

from theodolite.domain import Metadata
from theodolite.evidence import metadata

NORTH = {1: "N", 2: (ratio(48), ratio(51), ratio(30)), 3: "E", 4: (ratio(2), ratio(17), ratio(40))}


def read(data: bytes, media_type: str = "image/jpeg") -> Metadata:
    return metadata.read(data, media_type)


def fields(data: bytes, media_type: str = "image/jpeg") -> dict[str, str]:
    return dict(read(data, media_type).fields)


def gps(**tags: object) -> Metadata:
    """Metadata of a JPEG with a position and further GPS tags, '_17=...' for tag 17."""
    more = {int(name[1:]): value for name, value in tags.items()}
    return read(jpeg(exif=exif(gps=NORTH | more)))


# --- GPS -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reference", "metres"), [(b"\x00", 412.5), (b"\x01", -412.5), (b"\x02", 412.5), (b"\x03", -412.5)]
)
def test_altitude_above_and_below_the_sea(reference: bytes, metres: float) -> None:
    found = gps(_5=reference, _6=ratio(825, 2))
    assert found.gps is not None
    assert found.gps.altitude_m == metres


def test_an_altitude_without_its_reference_is_above_the_sea() -> None:
    found = gps(_6=ratio(10))
    assert found.gps is not None
    assert found.gps.altitude_m == 10


@pytest.mark.parametrize(
    ("reference", "true", "magnetic"), [("T", 118.5, None), ("M", None, 118.5), ("m", None, 118.5)]
)
def test_a_magnetic_direction_stays_magnetic(reference: str, true: float, magnetic: float) -> None:
    found = gps(_16=reference, _17=ratio(237, 2))
    assert found.gps is not None
    assert (found.gps.direction, found.gps.magnetic) == (true, magnetic)
    assert found.faults == ()


def test_a_direction_without_its_reference_says_so() -> None:
    found = gps(_17=ratio(237, 2))
    assert found.gps is not None
    assert found.gps.direction == 118.5
    assert [code for code, _ in found.faults] == ["gps-direction"]


@pytest.mark.parametrize(("unit", "kmh"), [("K", 10.0), ("M", 16.093), ("N", 18.52), ("", None), ("X", None)])
def test_speed_needs_its_unit(unit: str, kmh: float | None) -> None:
    found = gps(_12=unit, _13=ratio(10), _14="T", _15=ratio(90))
    assert found.gps is not None
    assert found.gps.speed_kmh == kmh
    assert found.gps.track == 90


def test_dilution_error_and_datum() -> None:
    found = gps(_11=ratio(27, 10), _18="WGS-84   ", _31=ratio(41, 10))
    assert found.gps is not None
    assert (found.gps.dop, found.gps.error_m, found.gps.datum) == (2.7, 4.1, "WGS-84")
    assert found.faults == ()


@pytest.mark.parametrize("datum", ["TOKYO", "ED50", "NAD27"])
def test_another_datum_is_told(datum: str) -> None:
    found = gps(_18=datum)
    assert [code for code, _ in found.faults] == ["gps-datum"]


def test_a_void_position_is_told() -> None:
    assert [code for code, _ in gps(_9="V").faults] == ["gps-void"]
    assert gps(_9="A").faults == ()


@pytest.mark.parametrize(
    ("time", "date", "utc", "faults"),
    [
        ((14, 45, (2091, 100)), "2008:10:23", "2008-10-23T14:45:20.910Z", 0),
        ((14, 45, 20), "2008:10:23", "2008-10-23T14:45:20Z", 0),
        ((14, 45, 20), "2008-10-23", "2008-10-23T14:45:20Z", 0),
        ((14, 45, 20), None, "", 1),
        ((0, 0, 0), None, "", 0),
        ((25, 0, 0), "2008:10:23", "", 1),
        (((1, 0), 0, 0), "2008:10:23", "", 1),
        ((14, 45, 20), "2008:13:23", "", 1),
        ((14, 45, 20), "yesterday", "", 1),
    ],
)
def test_the_receiver_s_clock(time: tuple[object, ...], date: str | None, utc: str, faults: int) -> None:
    parts = tuple(ratio(*part) if isinstance(part, tuple) else ratio(part) for part in time)
    found = gps(_7=parts, **({"_29": date} if date else {}))
    assert found.gps_utc == utc
    assert [code for code, _ in found.faults] == ["gps-clock"] * faults


def test_the_clock_is_there_without_a_position() -> None:
    only = {7: (ratio(1), ratio(2), ratio(3)), 29: "2020:02:29"}
    found = read(jpeg(exif=exif(gps=only)))
    assert found.gps is None
    assert found.gps_utc == "2020-02-29T01:02:03Z"


def test_a_drone_says_where_it_looked() -> None:
    attributes = (
        'drone-dji:GpsLatitude="+46.2044" drone-dji:GpsLongitude="-6.1432" '
        'drone-dji:AbsoluteAltitude="+431.20" drone-dji:GimbalYawDegree="-90.50" '
        'drone-dji:GimbalPitchDegree="-25.0" drone-dji:GimbalRollDegree="+0.0"'
    )
    found = read(blocks.jpeg(xmp=xmp("", attributes))).gps
    assert found is not None
    assert (found.lat, found.lon, found.altitude_m, found.source) == (46.2044, -6.1432, 431.2, "drone")
    assert (found.direction, found.pitch, found.roll) == (269.5, -25.0, 0.0)


def test_three_sources_of_a_position_are_compared() -> None:
    other = xmp("", 'drone-dji:GpsLatitude="10.0" drone-dji:GpsLongitude="20.0"')
    found = read(jpeg(exif=exif(gps=NORTH), xmp=other))
    assert found.gps is not None
    assert found.gps.source == "EXIF"
    assert [code for code, _ in found.faults] == ["gps-differs"]


# --- times and optics ------------------------------------------------------------------------------------


SHOT = "2020:01:02 03:04:05"


@pytest.mark.parametrize(
    ("private", "base", "taken"),
    [
        ({36867: SHOT}, {}, "2020-01-02T03:04:05"),
        ({36867: SHOT, 37521: "047"}, {}, "2020-01-02T03:04:05.047"),
        ({36867: SHOT, 37521: "00"}, {}, "2020-01-02T03:04:05"),
        ({36867: SHOT, 36881: "+05:30"}, {}, "2020-01-02T03:04:05+05:30"),
        ({36867: SHOT, 36881: "+99:30"}, {}, "2020-01-02T03:04:05"),
        ({36867: SHOT, 36880: "+01:00"}, {306: "2021:01:02 03:04:05"}, "2020-01-02T03:04:05"),
        ({36867: SHOT, 36880: "+01:00"}, {306: SHOT}, "2020-01-02T03:04:05+01:00"),
        ({}, {306: "2021:01:02 03:04:05"}, None),
        ({36867: "0000:00:00 00:00:00"}, {}, None),
    ],
)
def test_when_the_shutter_opened(
    private: dict[int, object], base: dict[int, object], taken: str | None
) -> None:
    assert read(jpeg(exif=exif(base, private))).taken_at == taken


def test_the_three_times_are_kept_apart() -> None:
    private = {36867: "2020:01:02 03:04:05", 36868: "2020:01:02 03:04:06", 36882: "-03:00"}
    found = read(jpeg(exif=exif({306: "2022:01:01 00:00:00"}, private)))
    assert found.digitised_at == "2020-01-02T03:04:06-03:00"
    assert found.modified_at == "2022-01-01T00:00:00"


def test_lens_sensor_and_size() -> None:
    private = {
        37386: ratio(35),
        41989: 53,
        41486: ratio(5184, 1),
        41487: ratio(5184, 1),
        41488: 2,
        40962: 5184,
        40963: 3456,
        41988: ratio(2),
        42035: "Canon",
        42036: "EF-S18-55mm f/3.5-5.6",
        42033: "0012345",
    }
    found = read(jpeg(exif=exif({271: "Canon", 272: "Canon EOS 700D"}, private)))
    optics = found.optics
    assert (optics.focal_mm, optics.focal_35mm, optics.digital_zoom) == (35, 53, 2)
    assert optics.sensor_mm == (25.4, 16.933)
    assert optics.lens == "Canon EF-S18-55mm f/3.5-5.6"
    assert found.claimed_size == (5184, 3456)
    assert (found.camera, found.serial) == ("Canon EOS 700D", "0012345")


def test_a_sensor_that_cannot_be_is_left_out() -> None:
    """A program made the picture smaller and left the resolution: 5184 per inch over 400 pixels."""
    private = {37386: ratio(35), 41989: 53, 41486: ratio(518), 41487: ratio(518), 40962: 400, 40963: 267}
    assert read(jpeg(exif=exif(None, private))).optics.sensor_mm == (19.614, 13.092)
    private[40962], private[40963] = 1200, 801
    assert read(jpeg(exif=exif(None, private))).optics.sensor_mm is None


@pytest.mark.parametrize("serial", ["0", "0000000", "----", "  "])
def test_no_serial_is_no_serial(serial: str) -> None:
    assert read(jpeg(exif=exif(None, {42033: serial}))).serial is None


# --- IPTC and Photoshop ----------------------------------------------------------------------------------


def test_iptc_with_photoshop_s_resources() -> None:
    records = iptc((90, "Zürich".encode()), (101, b"Switzerland"), (100, b"CHE"), (25, b"a"), (25, b"b"))
    small = jpeg(picture(160, 120))
    thumb = struct.pack(">7I", 1, 160, 120, 480, 57600, len(small), 0) + small
    block = photoshop(resource(0x0404, records), resource(0x040C, thumb, b"odd"), resource(0x03ED, b"x" * 7))
    data = blocks.with_segments(jpeg(), block)
    found = fields(data)
    assert found["IPTC City"] == "Zürich"
    assert found["IPTC Country-PrimaryLocationCode"] == "CHE"
    assert found["Photoshop Resources"] == "0x0404, 0x040C, 0x03ED"
    assert [value for name, value in read(data).fields if name == "IPTC Keywords"] == ["a", "b"]
    assert metadata.find(data, "image/jpeg").thumbnail == small


def test_iptc_without_a_declared_encoding() -> None:
    block = photoshop(resource(0x0404, iptc((90, "Köln".encode("latin-1")), utf8=False)))
    assert fields(blocks.with_segments(jpeg(), block))["IPTC City"] == "Köln"


@pytest.mark.parametrize("cut", range(1, 60, 3))
def test_cut_iptc_yields_less_and_never_fails(cut: int) -> None:
    whole = resource(0x0404, iptc((90, b"Bern"), (101, b"Switzerland")))
    found = fields(blocks.with_segments(jpeg(), photoshop(whole[:-cut])))
    assert found.get("IPTC City", "Bern").startswith("Bern"[:1])


# --- XMP -------------------------------------------------------------------------------------------------


def test_nested_xmp_keeps_its_paths_and_never_speaks_for_the_picture() -> None:
    body = (
        "<xmpMM:History><rdf:Seq><rdf:li rdf:parseType='Resource'><stEvt:action>saved</stEvt:action>"
        "<stEvt:softwareAgent>Adobe Photoshop CC</stEvt:softwareAgent></rdf:li>"
        "<rdf:li stEvt:action='converted' exif:GPSLatitude='1,0N'/></rdf:Seq></xmpMM:History>"
        "<dc:subject><rdf:Bag><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:Bag></dc:subject>"
    )
    found = read(jpeg(xmp=xmp(body, 'mine:Word="kept" tiff:Make="Maker"')))
    named = dict(found.fields)
    assert named["XMP xmpMM:History[1]/stEvt:softwareAgent"] == "Adobe Photoshop CC"
    assert named["XMP xmpMM:History[2]/stEvt:action"] == "converted"
    assert named["XMP dc:subject"] == "one"
    assert named["XMP dc:subject[2]"] == "two"
    assert named["XMP mine:Word"] == "kept"
    assert found.gps is None


def test_deep_and_wide_xmp_ends() -> None:
    deep = "<dc:a>" * 3000 + "</dc:a>" * 3000
    wide = "<dc:subject><rdf:Bag>" + "<rdf:li>x</rdf:li>" * 50_000 + "</rdf:Bag></dc:subject>"
    packet = xmp(deep + wide)
    from theodolite.evidence.xmp import parse

    assert len(parse(packet)) <= 2000


def test_long_xmp_in_a_tiff_is_read() -> None:
    """exifread leaves out values of a thousand items and more; a packet is always longer."""
    info = TiffImagePlugin.ImageFileDirectory_v2()
    words = f"<dc:description>{'words ' * 100}</dc:description>"
    packet = xmp(words, 'exif:GPSLatitude="48,51.5N" exif:GPSLongitude="2,17.667E"')
    assert len(packet) > 1000
    info[700] = packet
    info.tagtype[700] = 1
    packed = io.BytesIO()
    picture(32, 24).save(packed, "TIFF", tiffinfo=info)
    found = read(packed.getvalue(), "image/tiff")
    assert found.gps is not None
    assert found.gps.source == "XMP"


# --- containers ------------------------------------------------------------------------------------------


def test_png_text_in_every_kind_of_chunk() -> None:
    compressed = b"Comment\x00\x00" + zlib.compress(b"packed words")
    international = b"Title\x00\x00\x00de\x00Titel\x00" + "Brücke".encode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = blocks.png(
        (b"tEXt", b"Software\x00Screen tool"),
        (b"zTXt", compressed),
        (b"iTXt", international),
        (b"tIME", struct.pack(">H5B", 2021, 3, 4, 5, 6, 7)),
        (
            b"iCCP",
            b"Own\x00\x00" + zlib.compress(profile),
        ),
    )
    found = fields(data, "image/png")
    assert found["PNG Software"] == "Screen tool"
    assert found["PNG Comment"] == "packed words"
    assert found["PNG Title"] == "Brücke"
    assert found["PNG Modified"] == "2021-03-04T05:06:07Z"
    assert "sRGB" in found["ICC Description"]
    assert read(data, "image/png").software == "Screen tool"


def test_a_bomb_in_a_text_chunk_stays_small() -> None:
    bomb = b"Comment\x00\x00" + zlib.compress(b"\x20" * 50_000_000, 9)
    found = read(blocks.png(*[(b"zTXt", bomb)] * 40), "image/png")
    assert sum(len(value) for _, value in found.fields) < 100_000


def test_comments_of_jpeg_and_gif(make) -> None:
    data = blocks.with_segments(jpeg(), segment(0xFE, "Grüße aus Bern".encode()), segment(0xEC, b"Ducky\x00"))
    assert fields(data)["JPEG Comment"] == "Grüße aus Bern"
    assert "Save for Web" in fields(data)["JPEG Ducky"]
    gif = make.image(".gif", comment=b"made by hand").read_bytes()
    assert fields(gif, "image/gif")["GIF Comment"] == "made by hand"


def test_webp_and_heif_say_their_own(make) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    webp = make.image(".webp", icc_profile=profile, exif=exif({271: "Maker"})).read_bytes()
    assert fields(webp, "image/webp")["WebP Canvas"] == "24 x 16"
    assert "sRGB" in fields(webp, "image/webp")["ICC Description"]
    heic = make.image(".heic", image=picture(), icc_profile=profile).read_bytes()
    found = fields(heic, "image/heic")
    assert found["HEIF Brand"] == "heic"
    assert "HEIF Size" in found
    assert "sRGB" in found["ICC Description"]


def test_what_follows_the_picture_is_told() -> None:
    trailer = (
        b"\x00\x00\x00\x18ftypmp42"
        + bytes(200)
        + b"MotionPhoto_Data"
        + b"Image_UTC_Data1669546546123"
        + b"SEFT"
    )
    found = fields(jpeg() + trailer)
    assert "motion photo" in found["JPEG Trailer"]
    assert "Samsung" in found["JPEG Trailer"]
    assert found["Samsung Image_UTC_Data"] == "1669546546123"
    assert "JPEG Trailer" not in fields(jpeg())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"ASCII\x00\x00\x00Screenshot", "Screenshot"),
        (b"UNICODE\x00" + "Ещё".encode("utf-16-be"), "Ещё"),
        (b"ASCII\x00\x00\x00" + b"long " * 400, ("long " * 400).strip()[:1000].strip()),
    ],
)
def test_comments_in_their_encoding(body: bytes, expected: str) -> None:
    """Also beyond a thousand bytes, where exifread gives nothing."""
    assert fields(jpeg(exif=exif(None, {37510: body})))["EXIF UserComment"].strip() == expected


def test_names_from_odd_scripts_survive() -> None:
    assert read(jpeg(exif=exif({272: "相机 デジカメ".encode()}))).camera == "相机 デジカメ"
