"""Who takes part on this machine, ours first; and, in a sentence, who does not and why."""

import json
from importlib import metadata

from benchmarks.peers import in_node, in_python
from benchmarks.peers.contestant import Contestant
from benchmarks.peers.installed import PACKAGE, REQUIREMENTS, node_packages, pandoc_program, python_packages
from benchmarks.peers.pandoc import pandoc

OWN = (in_python.ours, in_python.docxtpl_loop, in_python.docxtpl_rich_text, in_python.python_docx)
"""Those that need nothing but what the product installs."""


def versions() -> str:
    """Return what is compared, each with its version."""
    python = {name: metadata.version(name) for name in ("docxtpl", "python-docx")}
    wanted = dict(line.split("==") for line in REQUIREMENTS.read_text("ascii").split())
    node = json.loads(PACKAGE.read_text("ascii"))["dependencies"]
    return ", ".join(f"{name} {version}" for name, version in (python | wanted | node).items())


def entered() -> tuple[list[Contestant], list[str]]:
    """Return the contestants, and the sentences on those that are missing."""
    contestants = [build() for build in OWN]
    missing = []
    reason = python_packages()
    if reason:
        missing.append(f"Sans docxcompose, ni les sous-documents de docxtpl qui en dépendent : {reason}.")
    else:
        contestants += [in_python.docxtpl_subdocument(), in_python.docxcompose()]
    if program := pandoc_program():
        contestants.append(pandoc(program))
    else:
        missing.append(f"Sans pandoc : {reason or 'programme introuvable'}.")
    if reason := node_packages():
        missing.append(
            f"Sans docxtemplater, docx-templates, easy-template-x ni carbone, qui viennent de npm : {reason}."
        )
    else:
        builds = (in_node.docxtemplater, in_node.docx_templates, in_node.easy_template_x, in_node.carbone)
        contestants += [build() for build in builds]
    return contestants, missing
