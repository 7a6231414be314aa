"""Write a zip that depends on its content alone: order kept, one fixed date, one compressor.

libdeflate gives the same bytes on every machine, which the zlib that Python happens to be built with does not, in half
the time and for a file no larger. It compresses a whole buffer at once, which `zipfile` cannot ask for: the format around
it, unchanged since 1989, is a header before each file and a table at the end (APPNOTE.TXT, PKWARE).
"""

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache

import deflate

from clausegen.errors import RenderError

_LEVEL = 6
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_VERSION, _UNIX = 20, 3 << 8
_UTF8 = 0x0800
_TIME, _DATE = 0, (1 << 5) | 1  # -- midnight, 1 January 1980: the first date that the format knows --
_STORED, _DEFLATED = 0, 8
_PACKED = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")
"""How files begin that are compressed already: trying again costs, and gains nothing."""
_SMALL, _KEPT = 2**14, 2**8
"""Bytes up to which a file is compressed once and kept, and how many are: the styles, headers and relationships of a shell come
back in every document."""
_MODE = 0o100644 << 16
_LIMIT = 2**32 - 1


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return the zip of these files, in the order given: same files, same bytes. RenderError above 4 GB."""
    pieces: list[bytes] = []
    table: list[bytes] = []
    position = 0
    for name, content in files.items():
        packed, method = _packed(content)
        encoded = name.encode()
        flags = 0 if name.isascii() else _UTF8
        about = (flags, method, _TIME, _DATE, zlib.crc32(content), len(packed), len(content), len(encoded), 0)
        head = _LOCAL.pack(b"PK\x03\x04", _VERSION, *about) + encoded
        table.append(
            _CENTRAL.pack(b"PK\x01\x02", _VERSION | _UNIX, _VERSION, *about, 0, 0, 0, _MODE, position) + encoded
        )
        pieces += [head, packed]
        position += len(head) + len(packed)
    directory = b"".join(table)
    if position + len(directory) > _LIMIT or len(table) > 0xFFFF:
        raise RenderError("L'archive dépasserait 4 Go : enregistrez les documents un par un.")
    end = _END.pack(b"PK\x05\x06", 0, 0, len(table), len(table), len(directory), position, 0)
    return b"".join([*pieces, directory, end])


def _packed(content: bytes) -> tuple[bytes, int]:
    """Return the content as it is kept: compressed, unless that gains nothing."""
    if content.startswith(_PACKED):
        return content, _STORED
    packed = _small(content) if len(content) <= _SMALL else _deflated(content)
    return (packed, _DEFLATED) if len(packed) < len(content) else (content, _STORED)


def _deflated(content: bytes) -> bytes:
    return bytes(deflate.deflate_compress(content, _LEVEL)) if content else b""


_small = lru_cache(maxsize=_KEPT)(_deflated)
