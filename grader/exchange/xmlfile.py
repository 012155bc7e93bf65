"""XML that strangers wrote, read without what an attack needs; XML of ours, written."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from grader.errors import QuestionsUnreadable
from grader.exchange.markup import xml_safe

DEEPEST = 200


def parse_xml(data: bytes, name: str) -> ET.Element:
    """Read a document; raises `QuestionsUnreadable`, also for entities of its own and for endless nesting."""
    try:
        root: ET.Element = fromstring(data)
    except DefusedXmlException as error:
        raise QuestionsUnreadable(
            f"{name} declares an XML entity or reads another file ({type(error).__name__}); it was not read.",
            "No question needs that: export the file again, or do not trust who sent it.",
        ) from error
    except (ET.ParseError, ValueError, LookupError) as error:
        raise QuestionsUnreadable(f"{name} is not well-formed XML: {error}.", "Export it again.") from error
    if _deeper_than(root, DEEPEST):
        raise QuestionsUnreadable(
            f"{name} nests elements more than {DEEPEST} deep; it was not read.", "Export it again."
        )
    return root


def _deeper_than(root: ET.Element, deepest: int) -> bool:
    level = [root]
    for _ in range(deepest):
        level = [child for element in level for child in element]
    return bool(level)


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words_of(element: ET.Element) -> str:
    """Return an element's own text, without the white space around it."""
    return (element.text or "").strip()


def without_namespaces(root: ET.Element) -> ET.Element:
    """Take the namespaces off every name; MathML's elements have names of their own."""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = local(element)
    return root


def inner_html(element: ET.Element) -> str:
    """Return what an element holds as HTML text."""
    inside = ET.Element("div")
    inside.text = element.text
    inside.extend(list(element))
    written = ET.tostring(inside, encoding="unicode", method="xml", short_empty_elements=False)
    return written.removeprefix("<div>").removesuffix("</div>").strip()


def add(
    parent: ET.Element, tag: str, words: str | None = None, attributes: Mapping[str, str] | None = None
) -> ET.Element:
    """Append a child with text and attributes that XML can hold, and return it."""
    safe = {name: xml_safe(value) for name, value in (attributes or {}).items()}
    child = ET.SubElement(parent, tag, safe)
    if words is not None:
        child.text = xml_safe(words)
    return child


def written(root: ET.Element) -> bytes:
    """Return a document as UTF-8. Nothing is indented: white space may be a part of a text."""
    document: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return document + b"\n"
