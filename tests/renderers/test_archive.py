"""A zip depends on its content alone, opens everywhere, and is no larger than another."""

import os
import subprocess
import sys
import zipfile
import zlib
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from clausegen.renderers.archive import archive

NAMES = st.text("abcdefghijklmnopqrstuvwxyz/é-_.", min_size=1, max_size=40)
FILES = st.dictionaries(
    NAMES, st.binary(max_size=300) | st.binary(min_size=1, max_size=20).map(lambda b: b * 500), max_size=6
)


@given(FILES)
def test_what_goes_in_comes_out_in_the_same_order(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(archive(files))) as source:
        assert source.testzip() is None
        assert source.namelist() == list(files)
        assert {name: source.read(name) for name in files} == files


def test_the_bytes_are_the_same_elsewhere_and_at_another_time() -> None:
    files = {"word/document.xml": b"<w:p/>" * 5000, "été.txt": b"x"}
    code = f"import sys; from clausegen.renderers.archive import archive; sys.stdout.buffer.write(archive({files!r}))"
    there = os.environ | {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert subprocess.run([sys.executable, "-c", code], env=there, check=True, capture_output=True).stdout == archive(
        files
    )


def test_what_is_compressed_already_is_kept_as_it_is() -> None:
    inner = archive({"a": b"clause " * 1000})
    with zipfile.ZipFile(BytesIO(archive({"a.docx": inner}))) as source:
        assert source.getinfo("a.docx").compress_size <= len(inner)


def test_a_text_takes_no_more_room_than_with_zlib() -> None:
    text = "".join(
        f"<w:p><w:r><w:t>Article {n}, le Titulaire remet {n * n} fichiers.</w:t></w:r></w:p>" for n in range(3000)
    ).encode()
    assert len(archive({"a": text})) < 1.02 * len(zlib.compress(text, 6)) + 200
