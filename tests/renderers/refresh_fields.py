"""Have LibreOffice work out every field of a Word file again and save it as text: `refresh_fields.py SOURCE TARGET PROFILE`.

Run by the Python that has LibreOffice's bridge (`uno`), which is rarely the one of the tests.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.lang import DisposedException  # type: ignore[import-not-found]

REFERENCE = "com.sun.star.text.TextField.GetReference"


def said(name: str, value: object) -> PropertyValue:
    property = PropertyValue()
    property.Name, property.Value = name, value
    return property


def desktop(profile: Path, pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice ne démarre pas")


def main(source: Path, target: Path, profile: Path) -> None:
    pipe = f"clausegen{abs(hash(profile.as_uri()))}"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    with subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"]) as process:
        try:
            office = desktop(profile, pipe)
            document = office.loadComponentFromURL(source.as_uri(), "_blank", 0, (said("Hidden", True),))
            fields = document.getTextFields()
            found = fields.createEnumeration()
            while found.hasMoreElements():
                field = found.nextElement()
                if field.supportsService(REFERENCE):
                    field.update()
            fields.refresh()
            how = (said("FilterName", "Text (encoded)"), said("FilterOptions", "UTF8"))
            document.storeToURL(target.as_uri(), how)
            document.close(True)
            office.terminate()
        except DisposedException:
            pass
        finally:
            process.terminate()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
