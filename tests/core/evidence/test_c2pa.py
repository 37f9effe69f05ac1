"""C2PA: states against what the test files' own documentation says, no request made, no crash."""

from __future__ import annotations

import io
import json
import random
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.core.evidence import signing

from theodolite import codec
from theodolite.errors import DecodeFailed, FormatRefused
from theodolite.evidence import c2pa_read
from theodolite.evidence.c2pa_report import Provenance, understand
from theodolite.evidence.decode import Decoder

CLAIM, DATA = "claimSignature.mismatch", "assertion.dataHash.mismatch"
URI, GONE = "assertion.hashedURI.mismatch", "ingredient.manifest.missing"
TRUST = "unknown trust"

#: image/README.md of c2pa-org/public-testfiles. Legend: C claim, A parent, I ingredient, X hash mismatch,
#: E-clm a referenced claim is missing, E-dat hard binding mismatch, E-sig the signature did not validate,
#: E-uri an assertion was tampered with. "Content Credentials for the assets from Adobe were added using C2PA
#: Tool's test certificate", which no list of trusted signers names. The second column is its "Inspect on
#: Verify" text for that file.
PUBLIC = {
    "adobe-20220124-A.jpg": ("absent", "No Content Credentials", ""),
    "adobe-20220124-C.jpg": (TRUST, "One ingredient", ""),
    "adobe-20220124-CA.jpg": (TRUST, "One ingredient", ""),
    "adobe-20220124-CACA.jpg": (TRUST, "One ingredient", ""),
    "adobe-20220124-CACAICAICICA.jpg": (TRUST, "Seven ingredients", ""),
    "adobe-20220124-CAI.jpg": (TRUST, "Two ingredients", ""),
    "adobe-20220124-CAIAIIICAICIICAIICICA.jpg": (TRUST, "Seven ingredients", ""),
    "adobe-20220124-CAICA.jpg": (TRUST, "Two ingredients", ""),
    "adobe-20220124-CAICAI.jpg": (TRUST, "Two ingredients", ""),
    "adobe-20220124-CI.jpg": (TRUST, "One ingredient", ""),
    "adobe-20220124-CICA.jpg": (TRUST, "One ingredient", ""),
    "adobe-20220124-CICACACA.jpg": (TRUST, "One ingredient", ""),
    "adobe-20220124-CIE-sig-CA.jpg": ("invalid", "Invalid signature", CLAIM),
    "adobe-20220124-CII.jpg": (TRUST, "One ingredient", ""),
    "adobe-20220124-E-clm-CAICAI.jpg": ("invalid", "Invalid: Referenced claim missing", GONE),
    "adobe-20220124-E-dat-CA.jpg": ("invalid", "Invalid credentials: Hard binding hash mismatch", DATA),
    "adobe-20220124-E-sig-CA.jpg": ("invalid", "Invalid credentials: Invalid signature", CLAIM),
    "adobe-20220124-E-uri-CA.jpg": ("invalid", "Invalid credentials: Assertion URI hash mismatch", URI),
    "adobe-20220124-E-uri-CIE-sig-CA.jpg": (
        "invalid",
        "Invalid credentials: Invalid signature and assertion URI mismatch",
        CLAIM + " " + URI,
    ),
    "adobe-20220124-I.jpg": ("absent", "No Content Credentials", ""),
    "adobe-20220124-XCA.jpg": ("invalid", "Incomplete credentials: Hash mismatch", DATA),
    "adobe-20220124-XCI.jpg": ("invalid", "Incomplete credentials: Hash mismatch", DATA),
    # Its manifest report of 2022 says signingCredential.expired and claimSignature.mismatch; the validator of
    # today names only the first: an expired certificate no longer makes the signature itself a mismatch.
    "nikon-20221019-building.jpeg": (
        "invalid",
        "Invalid credentials: Claim signature mismatch",
        "signingCredential.expired",
    ),
    "truepic-20230212-camera.jpg": (TRUST, "Example of Camera capture details, e.g. Exif metadata", ""),
    "truepic-20230212-landscape.jpg": (TRUST, "Example of Camera capture details, e.g. Exif metadata", ""),
    "truepic-20230212-library.jpg": (TRUST, "Example of Camera capture details, e.g. Exif metadata", ""),
}
#: c2pa-python/tests/fixtures: the same naming, made with the same test certificates; cloud: the manifest is
#: in the cloud; the folder files-for-signing-tests holds pictures that are still to be signed.
FIXTURES = {
    "A.jpg": ("absent", ""),
    "A_thumbnail.jpg": ("absent", ""),
    "C.dng": (TRUST, ""),
    "C.jpg": (TRUST, ""),
    "C_with_CAWG_data.jpg": (TRUST, ""),
    "cloud.jpg": ("remote", ""),
    "file_with_wrong_extension.xyz.jpg": (TRUST, ""),
    "files-for-reading-tests/CA.jpg": (TRUST, ""),
    "files-for-reading-tests/CACAE-uri-CA.jpg": ("invalid", URI),
    "files-for-reading-tests/CA_ct.jpg": (TRUST, ""),
    "files-for-reading-tests/CIE-sig-CA.jpg": ("invalid", CLAIM),
    "files-for-reading-tests/E-sig-CA.jpg": ("invalid", CLAIM),
    "files-for-reading-tests/XCA.jpg": ("invalid", DATA),
    "files-for-reading-tests/boxhash.jpg": (TRUST, ""),
    "files-for-reading-tests/cloud.jpg": ("remote", ""),
    "files-for-reading-tests/legacy_ingredient_hash.jpg": (TRUST, ""),
    "files-for-signing-tests/cloudx.jpg": ("remote", ""),
    "files-for-signing-tests/prerelease.jpg": ("unreadable", ""),
}


def pictures(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.corpora
def test_states_are_those_of_the_documentation(corpora, decoder) -> None:
    """Every signed test file, without exception; the codes named are the documented reasons."""
    folder = corpora / "c2pa/public-testfiles/image/jpeg"
    assert {path.name for path in folder.iterdir() if path.is_file()} == set(PUBLIC)
    for name, (state, documented, codes) in PUBLIC.items():
        found = decoder.provenance(folder / name)
        assert found.state == state, (name, documented, found)
        assert set(codes.split()) <= {*found.codes, *found.ingredient_codes}, (name, found)
        assert bool(codes) == (state == "invalid")


@pytest.mark.corpora
def test_states_of_the_library_fixtures(corpora, decoder) -> None:
    folder = corpora / "c2pa/c2pa-python/tests/fixtures"
    for path in pictures(folder):
        name = path.relative_to(folder).as_posix()
        state, codes = FIXTURES.get(name, ("absent", ""))
        assert name in FIXTURES or name.startswith("files-for-signing-tests/")
        found = decoder.provenance(path)
        assert found.state == state, (name, found)
        assert set(codes.split()) <= {*found.codes, *found.ingredient_codes}, (name, found)


@pytest.mark.corpora
def test_thumbnails_taken_out_of_manifests_have_none(corpora, decoder) -> None:
    thumbnails = list(pictures(corpora / "c2pa/public-testfiles/image/jpeg/manifests"))
    assert len(thumbnails) > 50
    assert {decoder.provenance(path).state for path in thumbnails} == {"absent"}


@pytest.mark.corpora
def test_where_a_failure_lies_is_kept_apart(corpora, decoder) -> None:
    """CIE-sig-CA: the claim holds, the signature of an ingredient did not, as was written down then."""
    folder = corpora / "c2pa/public-testfiles/image/jpeg"
    found = decoder.provenance(folder / "adobe-20220124-CIE-sig-CA.jpg")
    assert (found.codes, found.ingredient_codes) == ((), (CLAIM,))
    assert [(one.title, one.signed, one.codes) for one in found.ingredients] == [
        ("E-sig-CA.jpg", True, (CLAIM,))
    ]
    found = decoder.provenance(folder / "adobe-20220124-E-sig-CA.jpg")
    assert (found.codes, found.ingredient_codes) == ((CLAIM,), ())


@pytest.mark.corpora
def test_a_hash_that_leaves_out_only_headers_binds_the_picture(corpora, tmp_path, decoder) -> None:
    """Truepic's manifests of 2023 leave the EXIF segment out of the hash, as specification 1 allowed."""
    path = corpora / "c2pa/public-testfiles/image/jpeg/truepic-20230212-camera.jpg"
    found = decoder.provenance(path)
    assert (found.state, found.verdict, found.left_out) == (TRUST, "Invalid", "EXIF")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1  # one bit of the picture
    changed = tmp_path / "changed.jpg"
    changed.write_bytes(data)
    found = decoder.provenance(changed)
    assert (found.state, found.left_out) == ("invalid", "")
    assert DATA in found.codes


@pytest.mark.corpora
def test_what_cameras_state(corpora, decoder) -> None:
    folder = corpora / "c2pa/public-testfiles/image/jpeg"
    nikon = decoder.provenance(folder / "nikon-20221019-building.jpeg")
    assert nikon.issuer == "NIKON CORPORATION"
    assert nikon.taken_at == "2022-10-25T11:27:32.780000-05:00"
    assert (round(nikon.place.lat, 5), round(nikon.place.lon, 5)) == (40.73644, -73.99316)
    truepic = decoder.provenance(folder / "truepic-20230212-library.jpg")
    assert (truepic.place.lat, truepic.place.lon) == (43.1520534, -77.5803847)
    assert (truepic.place.altitude_m, truepic.place.error_m) == (120.1, 38.1)
    assert (truepic.signed_at, truepic.time_stamped) == ("2023-02-12T18:36:19+00:00", True)
    placed = decoder.provenance(folder / "adobe-20220124-CAICA.jpg")
    assert [action.action for action in placed.actions][:2] == ["c2pa.opened", "c2pa.color_adjustments"]
    assert [one.relationship for one in placed.ingredients] == ["parentOf", "componentOf"]


def test_a_trusted_signer_is_valid_and_another_is_not(tmp_path, decoder) -> None:
    ours, other = signing.authority(), signing.authority()
    path = tmp_path / "signed.jpg"
    path.write_bytes(signing.signed(ours))
    assert decoder.provenance(path).state == TRUST
    assert decoder.provenance(path, ours.root).state == "valid"
    assert decoder.provenance(path, other.root).state == TRUST
    data = bytearray(path.read_bytes())
    data[-10] ^= 1
    path.write_bytes(data)
    assert decoder.provenance(path, ours.root).state == "invalid"


@pytest.mark.parametrize(
    ("stated", "place"),
    [
        ({"exif:GPSLatitude": "43,46.177N", "exif:GPSLongitude": "11,15.348E"}, (43.769617, 11.2558)),
        ({"exif:GPSLatitude": "43,46,10.62S", "exif:GPSLongitude": "11,15,20.88W"}, (-43.769617, -11.2558)),
        ({"EXIF:GPSLatitude": "-33.5", "EXIF:GPSLongitude": "151.25"}, (-33.5, 151.25)),
        ({"exif:GPSLatitude": 33.5, "exif:GPSLatitudeRef": "S", "exif:GPSLongitude": 1.5}, (-33.5, 1.5)),
        ({"exif:GPSLatitude": "0", "exif:GPSLongitude": "0"}, None),
        ({"exif:GPSLatitude": "91", "exif:GPSLongitude": "10"}, None),
        ({"exif:GPSLatitude": "43,46.177", "exif:GPSLongitude": "11,15.348E"}, None),
        ({"exif:GPSLatitude": "43,46.177E", "exif:GPSLongitude": "11,15.348E"}, None),
        ({"exif:GPSLatitude": ["1", "2"], "exif:GPSLongitude": {"a": 1}}, None),
    ],
)
def test_stated_positions(tmp_path, decoder, stated, place) -> None:
    context = {"exif": "http://ns.adobe.com/exif/1.0/", "EXIF": "http://ns.adobe.com/exif/1.0/"}
    exif = {"label": "stds.exif", "kind": "Json", "data": {"@context": context, **stated}}
    path = tmp_path / "signed.jpg"
    path.write_bytes(signing.signed(signing.authority(), assertions=[exif]))
    found = decoder.provenance(path)
    assert found.state == TRUST
    if place is None:
        assert found.place is None
        assert found.problems
    else:
        assert (round(found.place.lat, 6), round(found.place.lon, 6)) == place


# --- nothing is asked -----------------------------------------------------------------------------------


class Canary:
    """A listener on loopback that counts who comes."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.1)
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.calls = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while not self._done.is_set():
            try:
                connection, _ = self._server.accept()
            except TimeoutError:
                continue
            with connection:
                connection.recv(1024)
                self.calls += 1
                connection.sendall(
                    b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                )

    def close(self) -> None:
        """Without connecting: this process may be one that refuses connections."""
        self._done.set()
        self._thread.join()
        self._server.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    listener = Canary()
    yield listener
    listener.close()


_READ = """
import io, json, sys
from theodolite.evidence import c2pa_read
if sys.argv[2] == "loose":
    c2pa_read.SETTINGS["verify"] |= {"remote_manifest_fetch": True, "ocsp_fetch": True}
    c2pa_read.SETTINGS["core"] = {}
elif sys.argv[2] != "ours":
    c2pa_read.SETTINGS["verify"] |= {"remote_manifest_fetch": True, "ocsp_fetch": True}
found = c2pa_read.read(io.BytesIO(open(sys.argv[1], "rb").read()), "image/jpeg", open(sys.argv[3]).read())
print(found.state, found.remote_url)
"""


def read_outside(path: Path, settings: str, anchors: Path) -> str:
    """The reader in a process that keeps its network, so that only the settings stand in the way."""
    command = [sys.executable, "-c", _READ, str(path), settings, str(anchors)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("kind", ["remote manifest", "revocation"])
def test_nothing_is_requested(tmp_path, canary, kind) -> None:
    """The canary hears the library's own settings, and nothing with ours, even without the sandbox."""
    ocsp = canary.address + "/ocsp" if kind == "revocation" else ""
    remote = canary.address + "/manifest" if kind == "remote manifest" else ""
    by = signing.authority(ocsp)
    path, anchors = tmp_path / "asks.jpg", tmp_path / "root.pem"
    path.write_bytes(signing.signed(by, remote=remote))
    anchors.write_text(by.root)
    canary.calls = 0  # what signing itself asked does not count
    expected = f"remote {remote}" if remote else "valid"
    assert read_outside(path, "ours", anchors) == expected
    with Decoder() as decoder:
        assert decoder.provenance(path, by.root).state == expected.split()[0]
    assert canary.calls == 0
    read_outside(path, "fetching on, hosts off", anchors)
    assert canary.calls == 0  # the empty list of hosts alone is enough
    read_outside(path, "loose", anchors)
    assert canary.calls > 0


@pytest.mark.corpora
def test_a_remote_manifest_is_named_and_not_fetched(corpora, decoder) -> None:
    found = decoder.provenance(corpora / "c2pa/c2pa-python/tests/fixtures/cloud.jpg")
    assert found.state == "remote"
    assert found.remote_url.startswith("https://cai-manifests.adobe.com/manifests/adobe-urn-uuid-5f37e182")


def test_the_settings_are_known_to_the_library() -> None:
    """A key that the library does not know would be ignored in silence; a wrong type is refused."""
    import c2pa

    for group, name in (
        ("verify", "remote_manifest_fetch"),
        ("verify", "ocsp_fetch"),
        ("core", "allow_redirects"),
    ):
        assert c2pa_read.SETTINGS[group][name] is False
        with pytest.raises(c2pa.C2paError):
            c2pa.Settings.from_dict({"version": 1, group: {name: "no boolean"}})
    with pytest.raises(c2pa.C2paError):
        c2pa.Settings.from_dict({"version": 1, "core": {"allowed_network_hosts": 7}})
    c2pa.Settings.from_dict(c2pa_read.SETTINGS).close()


# --- hostile files --------------------------------------------------------------------------------------


def damaged(data: bytes, seed: int) -> bytes:
    """Bytes of the manifest flipped, cut, repeated or zeroed; the picture's own structure mostly kept."""
    rng = random.Random(seed)
    start = max(data.find(b"jumb"), 24)
    end = min(len(data), start + 40_000)
    changed = bytearray(data)
    kind = rng.randrange(5)
    if kind < 2:
        for _ in range(rng.choice((1, 5, 50))):
            changed[rng.randrange(start, end)] = rng.randrange(256)
    elif kind == 2:
        at = rng.randrange(start, end)
        changed[at : at + 4] = rng.choice(
            (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\0\0\0\1")
        )
    elif kind == 3:
        del changed[rng.randrange(start, end) :]
    else:
        at = rng.randrange(start, end)
        changed[at:at] = changed[start : start + rng.randrange(3000)]
    return bytes(changed)


@pytest.mark.corpora
@pytest.mark.parametrize(
    "name",
    [
        "public-testfiles/image/jpeg/adobe-20220124-CAIAIIICAICIICAIICICA.jpg",
        "public-testfiles/image/jpeg/truepic-20230212-camera.jpg",
        "public-testfiles/image/jpeg/nikon-20221019-building.jpeg",
        "c2pa-python/tests/fixtures/C_with_CAWG_data.jpg",
        "c2pa-python/tests/fixtures/C.dng",
        "c2pa-python/tests/fixtures/cloud.jpg",
    ],
)
def test_damaged_manifests_are_answered(corpora, tmp_path, repeat, seed, name) -> None:
    data = (corpora / "c2pa" / name).read_bytes()
    path = tmp_path / "damaged"
    states = set()
    with Decoder(seconds=20) as decoder:
        for number in range(seed, seed + max(4, repeat)):
            path.write_bytes(damaged(data, number))
            try:
                states.add(decoder.provenance(path).state)
            except (DecodeFailed, FormatRefused) as error:
                states.add(error.code)
    assert states <= {
        "valid",
        "invalid",
        TRUST,
        "absent",
        "remote",
        "unreadable",
        "decoder-died",
        "decode-timeout",
    }
    assert "valid" not in states  # no signer is trusted here


@pytest.mark.corpora
def test_every_photograph_of_the_corpora_is_answered(corpora, decoder) -> None:
    """No photograph outside the folder of signed files has a manifest; none stops the validator.

    One raw file of the corpora is cut short, so that the library cannot follow its directories.
    """
    states, unreadable = set(), []
    for folder in ("photos", "orientation", "ocr"):
        for path in pictures(corpora / folder):
            try:
                found = decoder.provenance(path)
            except FormatRefused:
                continue
            states.add(found.state)
            unreadable += [(path.name, found.problem)] if found.state == "unreadable" else []
    assert states == {"absent", "unreadable"}
    assert unreadable == [("sony_alpha_a7iii_raw_image.ARW", "Io: failed to fill whole buffer")]
    assert decoder.restarts <= 5  # a fresh child each 500 files


def test_a_report_of_any_shape_is_a_record_or_a_named_error(seed, repeat) -> None:
    rng = random.Random(seed)
    junk = [None, 1, "x", [], {}, [1, "a", None], {"code": 3}, [{"code": ["deep"]}], {"a": {"b": []}}]
    for _ in range(repeat):
        keys = ("ingredients", "assertions", "signature_info", "claim_generator_info", "title")
        manifest = {key: rng.choice(junk) for key in keys}
        report = {
            "active_manifest": "m",
            "manifests": {"m": manifest, "n": rng.choice(junk)},
            "validation_results": rng.choice([*junk, {"activeManifest": rng.choice(junk)}]),
            "validation_state": rng.choice([*junk, "Valid"]),
        }
        found = understand(json.loads(json.dumps(report)))
        assert codec.from_plain(Provenance, codec.to_plain(found)) == found
    with pytest.raises(ValueError, match="no active manifest"):
        understand({"manifests": []})


def test_a_manifest_in_a_format_without_c2pa_is_absent_with_the_reason(decoder, make) -> None:
    path = make.image(".bmp")
    found = decoder.provenance(path)
    assert (found.state, found.problem) == ("absent", "C2PA is not defined for image/bmp")


@pytest.mark.corpora
def test_reading_stays_far_below_the_limits_of_the_sandbox(corpora) -> None:
    """A quarter of the memory the sandbox grants is enough, with no thread beside the first."""
    with Decoder(memory=512 * 1024**2) as decoder:
        for path in pictures(corpora / "c2pa/public-testfiles/image/jpeg"):
            decoder.provenance(path)
        assert decoder.restarts == 0
        threads = list(Path(f"/proc/{decoder.pid}/task").iterdir()) if sys.platform == "linux" else []
    assert len(threads) <= 1


def test_header_segments_are_told_from_picture_data() -> None:
    end, segments = c2pa_read.jpeg_header(io.BytesIO(signing.jpeg()))
    assert segments
    assert signing.jpeg()[end : end + 2] == b"\xff\xdb"  # quantisation tables belong to the picture
    assert c2pa_read.jpeg_header(io.BytesIO(b"no jpeg")) == (0, [])
    assert c2pa_read.jpeg_header(io.BytesIO(b"\xff\xd8\xff\xe1\x00\x01")) == (2, [])
