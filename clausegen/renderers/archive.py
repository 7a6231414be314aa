"""Write a zip that depends on its content alone: order kept, one fixed date, one level of compression."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return the zip of these files, in the order given: same files, same bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # -- else Windows and Linux would not write the same bytes --
            target.writestr(entry, content, zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()
