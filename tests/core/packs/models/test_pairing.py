"""Which files make a pack, and which are refused, with sentences that say why."""

from __future__ import annotations

import importlib.util
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.core.packs.making import Shelf, left_behind
from tests.core.packs.models import making
from theodolite.errors import InputError, NotFound, PackError, TemplateRefused
from theodolite.jobs import run_to_end
from theodolite.packs import Library, own
from theodolite.packs.exchange import export, import_file
from theodolite.packs.models.importing import _names, import_models
from theodolite.packs.models.pairing import SIGHTS, Files, handler, refuse_misfits
from theodolite.packs.models.reading import facts


@pytest.fixture
def library(shelf: Shelf) -> Library:
    shelf.pack("tiny-surveyor-f32", [shelf.local("a.txt", b"a name that the lock has")])
    return shelf.library()


def test_a_single_file_becomes_a_pack_that_says_what_it_is(library: Library, tiny: Path) -> None:
    pack = run_to_end(import_file(library, tiny))
    assert (pack.name, pack.kind, pack.licence) == ("tiny-surveyor-f32-own", "language-model", "mit")
    assert pack.purpose == (
        "Tiny Surveyor: llama, 0 M parameters, F32, context of 2048 tokens; reads text only"
    )
    assert [entry.name for entry in pack.files] == ["tiny.gguf"]
    assert pack.one(".gguf").read_bytes() == tiny.read_bytes()
    assert [row.state for row in library.rows() if row.name == pack.name] == ["own"]
    assert run_to_end(library.verify(pack.name)) == []
    assert library.of_kind("language-model") == (pack,)


def test_a_pair_is_found_in_either_order_and_in_a_folder(library: Library, tiny: Path) -> None:
    eye = tiny.with_name("mmproj-tiny.gguf")
    packs = [
        run_to_end(import_models(library, [tiny, eye], name="one", licence="CC0-1.0")),
        run_to_end(import_models(library, [eye, tiny], name="two")),
        run_to_end(import_models(library, [tiny.parent], name="three")),
    ]
    for pack in packs:
        assert pack.kind == "vision-language-model"
        assert [entry.name for entry in pack.files] == ["mmproj-tiny.gguf", "tiny.gguf"]
        assert pack.purpose.endswith("sees (mlp)")
    assert [pack.licence for pack in packs] == ["CC0-1.0", "mit", "mit"]


def test_a_pack_can_be_carried_and_lies_in_it_are_found(
    library: Library, tiny: Path, tmp_path: Path, shelf: Shelf
) -> None:
    eye = tiny.with_name("mmproj-tiny.gguf")
    run_to_end(import_models(library, [tiny, eye], name="mine"))
    path = run_to_end(export(library, "mine", tmp_path))
    elsewhere = Library(tmp_path / "elsewhere", library.lock)
    assert run_to_end(import_file(elsewhere, path)).kind == "vision-language-model"
    wrong = making.projector(tmp_path / "mmproj-tiny.gguf", width=making.WIDTH + 8)
    entries = [own.PackFile(p.name, "", p.stat().st_size) for p in (wrong, tiny)]
    entries = [replace(e, sha256=_digest(p)) for e, p in zip(entries, (wrong, tiny), strict=True)]
    label = own.Label("liar", "vision-language-model")
    lying = tmp_path / "liar.pack.zip"
    with zipfile.ZipFile(lying, "w") as made:
        made.writestr("pack.json", own.manifest(label, entries))
        for item in (wrong, tiny):
            made.write(item, f"files/{item.name}")
    with pytest.raises(PackError, match="does not fit"):
        run_to_end(import_file(elsewhere, lying))
    assert elsewhere.own_pack("liar") is None


def test_what_is_no_pack_is_refused_and_leaves_nothing(library: Library, tiny: Path, tmp_path: Path) -> None:
    eye = tiny.with_name("mmproj-tiny.gguf")
    second = making.model(tmp_path / "second.gguf", name="Second")
    wide = making.projector(tmp_path / "wide.gguf", width=128)
    deaf = making.projector(tmp_path / "deaf.gguf", sees=False, hears=True)
    strange = making.projector(tmp_path / "strange.gguf", kind="eye_of_newt")
    qwen = making.projector(tmp_path / "qwen.gguf", kind="qwen2.5vl_merger")
    adapter = making.adapter(tmp_path / "lora.gguf")
    mute = making.model(tmp_path / "mute.gguf", template=None)
    bomb = making.model(tmp_path / "bomb.gguf", template="{{ 9 ** 9 ** 9 }}" + making.CHATML)
    unknown = making.model(tmp_path / "unknown.gguf", architecture="theodolite9000")
    holed = making.model(tmp_path / "holed.gguf", drop="blk.1.ffn_up.weight")
    part = making.model(tmp_path / "part.gguf", change=lambda writer: writer.add_uint16("split.count", 3))
    folder = tmp_path / "empty"
    folder.mkdir()
    refusals: list[tuple[list[Path], type[Exception], str]] = [
        ([tiny, second], PackError, r"tiny\.gguf and second\.gguf are two models"),
        ([eye], PackError, r"mmproj-tiny\.gguf is a projector: the eye of a model"),
        ([eye, wide], PackError, "is a projector: the eye of a model"),
        (
            [tiny, wide],
            PackError,
            r"wide\.gguf does not fit tiny\.gguf: it gives vectors of 128 numbers.* 64",
        ),
        ([tiny, deaf], PackError, r"deaf\.gguf takes sound only"),
        ([tiny, strange], PackError, r"does not take strange\.gguf: .*eye_of_newt"),
        ([tiny, qwen], PackError, r"projector of Qwen2\.5-VL, the model is of the architecture llama"),
        ([adapter], PackError, r"lora\.gguf is an adapter"),
        ([mute], PackError, r"mute\.gguf holds no chat template"),
        ([bomb], TemplateRefused, r"chat template of bomb\.gguf tries what no template may do"),
        ([unknown], PackError, r"does not take unknown\.gguf: unknown model architecture: 'theodolite9000'"),
        ([holed], PackError, r"does not take holed\.gguf: tensor 'blk\.1\.ffn_up\.weight' not found"),
        ([part], PackError, r"part\.gguf is one of 3 parts of a model"),
        ([tiny, eye, second], InputError, "there are more here"),
        ([folder], NotFound, "no GGUF file"),
        ([tmp_path / "none.gguf"], NotFound, "no file"),
        ([making.cut(tiny, tmp_path / "cut.gguf", 0.7)], PackError, r"cut\.gguf is cut short"),
    ]
    for paths, error, message in refusals:
        with pytest.raises(error, match=message):
            run_to_end(import_models(library, paths))
    assert left_behind(library) == []
    assert run_to_end(import_models(library, [tiny])).name


def test_another_file_takes_nobodys_place(library: Library, tiny: Path, tmp_path: Path) -> None:
    run_to_end(import_models(library, [tiny], name="mine"))
    other = making.model(tmp_path / "tiny.gguf", seed=8)
    with pytest.raises(PackError, match="Another pack of yours is called “mine”"):
        run_to_end(import_models(library, [other], name="mine"))
    with pytest.raises(PackError, match="the name of a pack of the program"):
        run_to_end(import_models(library, [other], name="tiny-surveyor-f32"))
    with pytest.raises(InputError, match="no name for a pack"):
        run_to_end(import_models(library, [other], name="../mine"))


def test_a_name_comes_from_the_file_when_the_header_has_none(library: Library, tmp_path: Path) -> None:
    path = making.model(tmp_path / "Das Gute Modell.gguf", name="", licence="")
    pack = run_to_end(import_models(library, [path]))
    assert (pack.name, pack.licence) == ("das-gute-modell-f32", "not stated")
    assert [entry.name for entry in pack.files] == ["model.gguf"]


def test_files_get_names_that_a_pack_may_hold(tiny: Path) -> None:
    known = run_to_end(facts(tiny))
    for model, eye, expected in (
        ("a.gguf", "eye.gguf", ["a.gguf", "mmproj-eye.gguf"]),
        ("mein Modell.gguf", "mein Auge.gguf", ["model.gguf", "mmproj.gguf"]),
        ("mmproj.GGUF", "mmproj.gguf", ["model-mmproj.gguf", "mmproj.gguf"]),
    ):
        made = _names(Files(Path("x") / model, known, Path("y") / eye, known))
        assert list(made) == expected
        assert list(made.values()) == [Path("x") / model, Path("y") / eye]


def test_every_handler_is_one_of_the_library() -> None:
    found = importlib.util.find_spec("llama_cpp")
    assert found is not None
    assert found.origin is not None
    source = Path(found.origin).with_name("llama_chat_format.py").read_text(encoding="utf-8")
    for kind in (*SIGHTS, "a kind of tomorrow"):
        assert f"class {handler(kind)}" in source


def test_a_projector_without_a_stated_width_is_left_to_llama_cpp(tiny: Path) -> None:
    known: Any = run_to_end(facts(tiny))
    sight = run_to_end(facts(tiny.with_name("mmproj-tiny.gguf")))
    refuse_misfits(known, replace(sight, width=0), model_name="a", projector_name="b")
    refuse_misfits(known, replace(sight, projector="new"), model_name="a", projector_name="b")
    with pytest.raises(PackError, match="width"):
        refuse_misfits(replace(known, width=0), None, model_name="a")


def test_packs_of_two_files_are_what_their_kind_says(tmp_path: Path, tiny: Path) -> None:
    for kind, names in (
        ("language-model", ["tiny.gguf", "mmproj-tiny.gguf"]),
        ("vision-language-model", ["tiny.gguf"]),
    ):
        with pytest.raises(PackError, match="of the kind"):
            run_to_end(own.write(tiny.parent, names, own.Label("mine", kind), tmp_path / "a.pack.zip"))


def _digest(path: Path) -> str:
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()
