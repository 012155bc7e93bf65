"""QTI 2.1, written: one item a question, a test whose sections draw one variant each, a manifest, in a zip.

Scoring is written out instead of naming a template: templates say nothing of tolerances, of several right
orders, or of what is said about an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from xml.etree import ElementTree as ET

from grader.exchange.fitting import Profile
from grader.exchange.item import Ask, Form, Item
from grader.exchange.losses import Loss
from grader.exchange.markup import elements_of
from grader.exchange.package import zipped
from grader.exchange.qti_asking import Asked, element_for
from grader.exchange.qti_scoring import processing
from grader.exchange.xmlfile import add, written

PROFILE = Profile(frozenset(Form), many_orders=True, partial=frozenset({Form.MULTI, Form.MATCH, Form.CLOZE}))
ITEM = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
LOCATIONS = {
    ITEM: f"{ITEM} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    PACKAGE: f"{PACKAGE} http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
}
TAGS = {"en": "en", "zh": "zh-Hans"}
_MARK = re.compile("(⟦[^⟧]*⟧)")


def write_qti(items: Sequence[Item], title: str) -> tuple[bytes, list[Loss]]:
    """Return a package of these questions."""
    files = {f"items/{item.name}.xml": written(item_document(item)) for item in items}
    files["test.xml"] = written(_test(items, title))
    return zipped({"imsmanifest.xml": written(_manifest(items)), **files}), []


def _root(tag: str, namespace: str, **attributes: str) -> ET.Element:
    declared = {"xmlns": namespace, "xmlns:xsi": SCHEMA, "xsi:schemaLocation": LOCATIONS[namespace]}
    return ET.Element(tag, {**declared, **attributes})


def _manifest(items: Sequence[Item]) -> ET.Element:
    root = _root("manifest", PACKAGE, identifier="MANIFEST")
    metadata = add(root, "metadata")
    add(metadata, "schema", "QTIv2.1 Package")
    add(metadata, "schemaversion", "1.0.0")
    add(root, "organizations")
    resources = add(root, "resources")
    test = _resource(resources, "test", "imsqti_test_xmlv2p1", "test.xml")
    for item in items:
        add(test, "dependency", attributes={"identifierref": f"item-{item.name}"})
    for item in items:
        _resource(resources, f"item-{item.name}", "imsqti_item_xmlv2p1", f"items/{item.name}.xml")
    return root


def _resource(resources: ET.Element, name: str, kind: str, path: str) -> ET.Element:
    resource = add(resources, "resource", attributes={"identifier": name, "type": kind, "href": path})
    add(resource, "file", attributes={"href": path})
    return resource


def _test(items: Sequence[Item], title: str) -> ET.Element:
    """Return the test: a section for each question, from which one variant is drawn."""
    root = _root("assessmentTest", ITEM, identifier="test", title=title)
    modes = {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"}
    whole = _section(add(root, "testPart", attributes=modes), "all", title)
    for number, (pool, variants) in enumerate(groupby(items, key=lambda item: item.pool), start=1):
        section = _section(whole, f"section-{number}", pool)
        members = list(variants)
        if len(members) > 1:
            add(section, "selection", attributes={"select": "1"})
        for item in members:
            reference = {"identifier": item.name, "href": f"items/{item.name}.xml"}
            add(section, "assessmentItemRef", attributes=reference)
    return root


def _section(parent: ET.Element, name: str, title: str) -> ET.Element:
    about = {"identifier": name, "title": title, "visible": "true" if name == "all" else "false"}
    return add(parent, "assessmentSection", attributes=about)


def item_document(item: Item) -> ET.Element:
    """Return one question as an ``assessmentItem``."""
    tag = {"xml:lang": TAGS[item.language]} if item.language in TAGS else {}
    about = {"identifier": item.name, "title": item.title, "adaptive": "false", "timeDependent": "false"}
    root = _root("assessmentItem", ITEM, **about, **tag)
    asked = list(_asked(item))
    for one in asked:
        _response(root, one)
    for name, cardinality, kind in _outcomes(item, asked):
        declared = {"identifier": name, "cardinality": cardinality, "baseType": kind}
        outcome = add(root, "outcomeDeclaration", attributes=declared)
        if kind == "float":
            add(add(outcome, "defaultValue"), "value", "0")
    root.append(_body(item, asked))
    root.append(processing(item, asked))
    for outcome_name, identifier, words in _said(item, asked):
        shown = {"outcomeIdentifier": outcome_name, "identifier": identifier, "showHide": "show"}
        add(root, "modalFeedback", attributes=shown).extend(_children(elements_of(words)))
    return root


def _asked(item: Item) -> Iterator[Asked]:
    if not item.gaps:
        yield Asked("RESPONSE", "FEEDBACK", item.ask)
    for number, gap in enumerate(item.gaps, start=1):
        yield Asked(f"RESPONSE_{number}", f"FEEDBACK_{number}", gap.ask)


def _outcomes(item: Item, asked: Sequence[Asked]) -> Iterator[tuple[str, str, str]]:
    yield "SCORE", "single", "float"
    for one in asked:
        if one.remarks():
            yield one.feedback, "multiple" if one.ask.form is Form.MULTI else "single", "identifier"
    if item.feedback:
        yield "GENERAL", "single", "identifier"


def _said(item: Item, asked: Sequence[Asked]) -> Iterator[tuple[str, str, str]]:
    for one in asked:
        yield from ((one.feedback, identifier, words) for identifier, words in one.remarks())
    if item.feedback:
        yield "GENERAL", "SHOWN", item.feedback


def _response(root: ET.Element, one: Asked) -> None:
    declared = {"identifier": one.response, "cardinality": one.cardinality, "baseType": one.base_type}
    response = add(root, "responseDeclaration", attributes=declared)
    correct = add(response, "correctResponse")
    for value in one.correct():
        add(correct, "value", value)
    weights = dict(one.mapped())
    if weights:
        bounds = {"lowerBound": "0", "upperBound": "1", "defaultValue": "0"}
        mapping = add(response, "mapping", attributes=bounds)
        for key, weight in weights.items():
            add(mapping, "mapEntry", attributes=_entry(one.ask, key, weight))


def _entry(ask: Ask, key: str, weight: Fraction) -> dict[str, str]:
    entry = {"mapKey": key, "mappedValue": repr(float(weight))}
    return {**entry, "caseSensitive": str(ask.case).lower()} if ask.form is Form.TEXT else entry


def _body(item: Item, asked: Sequence[Asked]) -> ET.Element:
    body = ET.Element("itemBody")
    body.extend(_children(elements_of(item.prompt)))
    if item.gaps:
        places = {f"⟦{gap.name}⟧": element_for(one, item) for gap, one in zip(item.gaps, asked, strict=True)}
        _put(body, places)
    else:
        interaction = element_for(asked[0], item)
        (add(body, "p") if interaction.tag == "textEntryInteraction" else body).append(interaction)
    return body


def _children(element: ET.Element) -> list[ET.Element]:
    # Blocks only: between them stands nothing but white space; a bare text gets a paragraph.
    if (element.text or "").strip():
        element.tag = "p"
        return [element]
    return list(element)


def _put(parent: ET.Element, places: dict[str, ET.Element]) -> None:
    """Put elements where their marks stand in the texts below an element."""
    for index in range(len(parent) - 1, -1, -1):
        child = parent[index]
        _put(child, places)
        child.tail, found = _cut(child.tail, places)
        for offset, element in enumerate(found, start=1):
            parent.insert(index + offset, element)
    parent.text, found = _cut(parent.text, places)
    for offset, element in enumerate(found):
        parent.insert(offset, element)


def _cut(words: str | None, places: dict[str, ET.Element]) -> tuple[str | None, list[ET.Element]]:
    """Split a text at its marks: what stands before the first, and the elements with what follows them."""
    first, *rest = _MARK.split(words or "")
    elements = []
    for mark, tail in zip(rest[::2], rest[1::2], strict=True):
        if mark in places:
            places[mark].tail = tail
            elements.append(places[mark])
    return first, elements
