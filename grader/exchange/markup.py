r"""Markdown as the HTML that learning platforms show, and as elements of an XML document.

Formulas are ``\(…\)`` for platforms, whose MathJax finds them, and MathML with the TeX beside it for QTI.
Raw HTML in the Markdown is shown, not obeyed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from xml.etree import ElementTree as ET

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

MATHML = "http://www.w3.org/1998/Math/MathML"
_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
# What XML 1.0 cannot hold at all, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def html_of(markdown: str) -> str:
    """Return Markdown as well-formed HTML blocks."""
    return _rendered(markdown, _tex)


def inline_html_of(markdown: str) -> str:
    """Return Markdown as HTML; one paragraph loses its tags, for options and feedback."""
    rendered = html_of(markdown)
    alone = _PARAGRAPH.fullmatch(rendered)
    return alone[1] if alone else rendered


def plain_of(markdown: str) -> str:
    """Return the words of Markdown without any markup, in one line."""
    without_tags = re.sub(r"<[^>]+>", "", html_of(markdown))
    return " ".join(html.unescape(without_tags).split())


def elements_of(markdown: str, *, inline: bool = False) -> ET.Element:
    """Return Markdown as the children of one element; formulas are MathML with the TeX beside it.

    No name is in a namespace: the document declares its own as its default, as ``math`` elements do.
    """
    rendered = _rendered(markdown, _mathml)
    alone = _PARAGRAPH.fullmatch(rendered)
    if inline and alone:
        rendered = alone[1]
    # The named entities of HTML are unknown to XML; markdown-it writes four that XML has, and no others.
    root = ET.fromstring(f"<div>{rendered}</div>")
    for element in root.iter():
        element.attrib.pop("style", None)
        if element.tag == "ol" and "start" in element.attrib:
            _number(element)
        if element.tag == "img":
            element.attrib.setdefault("alt", "")
        if element.tag == "math":
            element.set("xmlns", MATHML)
    return root


def _number(element: ET.Element) -> None:
    """Make paragraphs of a list that begins elsewhere than at 1: QTI counts for itself."""
    first = int(element.attrib.pop("start"))
    element.tag = "div"
    for number, entry in enumerate(element, start=first):
        entry.tag = "p" if not entry.findall("p") else "div"
        entry.text = f"{number}. {(entry.text or '').lstrip()}"


def xml_safe(words: str) -> str:
    """Return a text without the characters that XML has no way to write."""
    return _NOT_XML.sub("\ufffd", words)


def _rendered(markdown: str, formula: Callable[[str, dict[str, bool]], str]) -> str:
    rendered = _renderer(formula).render(xml_safe(markdown)).strip()
    # A formula of its own may stand within a paragraph, where HTML allows no block.
    return re.sub(r'<div class="math inline">(.*?)</div>', r'<span class="math">\1</span>', rendered)


@cache
def _renderer(formula: Callable[[str, dict[str, bool]], str]) -> MarkdownIt:
    renderer = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
    return renderer.use(dollarmath_plugin, renderer=formula, allow_digits=True, double_inline=True)


def _tex(formula: str, options: dict[str, bool]) -> str:
    opening, closing = (r"\[", r"\]") if options["display_mode"] else (r"\(", r"\)")
    return f"{opening}{html.escape(formula.strip(), quote=False)}{closing}"


def _mathml(formula: str, options: dict[str, bool]) -> str:
    display = "block" if options["display_mode"] else "inline"
    known = re.sub(r"\\arg\b", r"\\operatorname{arg}", formula.strip())
    tree = ET.fromstring(convert(known, display=display).replace(f' xmlns="{MATHML}"', ""))
    semantics, row = ET.Element("semantics"), ET.Element("mrow")
    row.extend(list(tree))
    semantics.append(row)
    ET.SubElement(semantics, "annotation", {"encoding": "application/x-tex"}).text = formula.strip()
    for child in list(tree):
        tree.remove(child)
    tree.append(semantics)
    return ET.tostring(tree, encoding="unicode")
