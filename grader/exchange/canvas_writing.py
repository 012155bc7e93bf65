"""A quiz for Canvas, written: QTI 1.2 as Canvas itself exports it, in a zip with its manifest.

Canvas says nothing about a package that it cannot read, so that every name here is one that it writes itself.
The variants of a question are a group of which one is picked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from xml.etree import ElementTree as ET

from grader.exchange.canvas_items import canvas_item
from grader.exchange.fitting import Profile
from grader.exchange.item import Form, Item
from grader.exchange.losses import Loss, Lost
from grader.exchange.package import zipped
from grader.exchange.spelling import decimal
from grader.exchange.xmlfile import add, written

PROFILE = Profile(
    frozenset({Form.CHOICE, Form.MULTI, Form.TRUEFALSE, Form.TEXT, Form.NUMBER, Form.MATCH, Form.CLOZE}),
    traps=False,
    case=False,
)
QUESTIONS = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
META = "http://canvas.instructure.com/xsd/cccv1p0"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
SETTINGS = {
    "shuffle_answers": "true",
    "scoring_policy": "keep_highest",
    "quiz_type": "assignment",
    "show_correct_answers": "true",
    "one_question_at_a_time": "false",
    "cant_go_back": "false",
    "allowed_attempts": "1",
}


def write_canvas(items: Sequence[Item], title: str) -> tuple[bytes, list[Loss]]:
    """Return a package with one quiz of these questions."""
    name = "q" + hashlib.sha256("\n".join([title, *(item.name for item in items)]).encode()).hexdigest()[:31]
    files = {
        "imsmanifest.xml": written(_manifest(name)),
        # Canvas has a place for banks of questions, and looks for it.
        "non_cc_assessments/": b"",
        f"{name}/assessment_meta.xml": written(_meta(items, title, name)),
        f"{name}/{name}.xml": written(_assessment(items, title, name)),
    }
    return zipped(files), [Loss(item.pool, Lost.TOLERANCE) for item in items if _blurred(item)]


def _blurred(item: Item) -> bool:
    """Tell whether a gap has a number that may lie beside the key: Canvas compares gaps as texts."""
    return any(one.low != one.high for gap in item.gaps for one in gap.ask.ranges)


def _manifest(name: str) -> ET.Element:
    root = ET.Element("manifest", {"xmlns": PACKAGE, "identifier": f"{name}_manifest"})
    metadata = add(root, "metadata")
    add(metadata, "schema", "IMS Content")
    add(metadata, "schemaversion", "1.1.3")
    add(root, "organizations")
    resources = add(root, "resources")
    quiz = {"identifier": name, "type": "imsqti_xmlv1p2"}
    resource = add(resources, "resource", attributes=quiz)
    add(resource, "file", attributes={"href": f"{name}/{name}.xml"})
    add(resource, "dependency", attributes={"identifierref": f"{name}_meta"})
    path = f"{name}/assessment_meta.xml"
    kind = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    about = {"identifier": f"{name}_meta", "type": kind, "href": path}
    add(add(resources, "resource", attributes=about), "file", attributes={"href": path})
    return root


def _meta(items: Sequence[Item], title: str, name: str) -> ET.Element:
    root = ET.Element("quiz", {"xmlns": META, "identifier": name})
    points = sum((members[0].points for members in _pools(items)), Fraction())
    for tag, value in {"title": title, "description": "", **SETTINGS}.items():
        add(root, tag, value)
    add(root, "points_possible", decimal(points))
    return root


def _pools(items: Sequence[Item]) -> Iterator[list[Item]]:
    yield from (list(variants) for _, variants in groupby(items, key=lambda item: item.pool))


def _assessment(items: Sequence[Item], title: str, name: str) -> ET.Element:
    root = ET.Element("questestinterop", {"xmlns": QUESTIONS})
    assessment = add(root, "assessment", attributes={"ident": name, "title": title})
    field = add(add(assessment, "qtimetadata"), "qtimetadatafield")
    add(field, "fieldlabel", "cc_maxattempts")
    add(field, "fieldentry", "1")
    section = add(assessment, "section", attributes={"ident": "root_section"})
    for members in _pools(items):
        parent = _group(section, members) if len(members) > 1 else section
        for item in members:
            canvas_item(parent, item)
    return root


def _group(section: ET.Element, members: Sequence[Item]) -> ET.Element:
    about = {"ident": f"{members[0].name}_group", "title": members[0].pool}
    group = add(section, "section", attributes=about)
    selection = add(add(group, "selection_ordering"), "selection")
    add(selection, "selection_number", "1")
    add(add(selection, "selection_extension"), "points_per_item", decimal(members[0].points))
    return group
