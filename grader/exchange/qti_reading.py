"""QTI 2.1, read: choices, texts, numbers, matches, orders and gaps; one item, or a package of them."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

from grader.errors import QuestionsUnreadable
from grader.exchange.item import CLOZE, Ask, Gap, Item, mark_of
from grader.exchange.losses import Lost
from grader.exchange.package import documents_in
from grader.exchange.qti_answers import GAPS, INTERACTIONS, Answers
from grader.exchange.received import Read, Received
from grader.exchange.xmlfile import inner_html, parse_xml, without_namespaces

_UNSHOWN = (
    "rubricBlock",
    "feedbackBlock",
    "feedbackInline",
    "templateBlock",
    "templateInline",
    "printedVariable",
)
_LANGUAGES = {"zh": "zh", "en": "en"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_qti(data: bytes, path: Path) -> Read:
    """Read one item, or a package."""
    documents = documents_in(path) if data[:2] == b"PK" else {path.name: data}
    roots = {name: parse_xml(content, name) for name, content in documents.items()}
    items = {name: root for name, root in roots.items() if root.tag.endswith("}assessmentItem")}
    if not items:
        raise QuestionsUnreadable(f"{path} holds no assessmentItem of QTI 2.", "Name another format.")
    received = Received()
    for name in _in_order(roots, items):
        _Question(received, without_namespaces(items[name]), PurePosixPath(name).stem).take()
    return received.read()


def _in_order(roots: Mapping[str, ET.Element], items: Mapping[str, ET.Element]) -> Sequence[str]:
    """Return the items as the manifest lists them, then those that it does not."""
    listed = [
        resource.get("href", "")
        for name, root in roots.items()
        if name.endswith("imsmanifest.xml")
        for resource in root.iter()
        if resource.get("type", "").startswith("imsqti_item")
    ]
    return list(dict.fromkeys([*(href for href in listed if href in items), *items]))


class _Question:
    """One ``assessmentItem`` on its way to an item."""

    def __init__(self, received: Received, root: ET.Element, file: str) -> None:
        self._received = received
        self._root = root
        self._answers = Answers(root, received)
        self.name = root.get("identifier") or root.get("title") or file

    def take(self) -> None:
        """Take the question, or note down why not."""
        body = self._root.find("itemBody")
        found = [] if body is None else [e for e in body.iter() if e.tag.endswith("Interaction")]
        reason = self._reason(found)
        if body is None or reason:
            self._received.skip(self.name, reason or "no interaction")
            return
        gaps = self._gaps(body, found)
        ask = CLOZE if gaps else self._answers.ask(found[0], self.name)
        if ask is None or not all(_answerable(gap.ask) for gap in gaps):
            self._received.skip(self.name, "no right answer")
            return
        self._received.take(self._item(body, found, ask, gaps))

    def _reason(self, found: Sequence[ET.Element]) -> str:
        """Return why this is no question of ours; nothing where it is one."""
        if self._root.find("templateDeclaration") is not None:
            return "templateDeclaration"
        unknown = [element.tag for element in found if element.tag not in INTERACTIONS]
        if unknown or not found:
            return unknown[0] if unknown else "no interaction"
        several = len(found) > 1 and any(element.tag not in GAPS for element in found)
        return "several interactions" if several else ""

    def _gaps(self, body: ET.Element, found: Sequence[ET.Element]) -> tuple[Gap, ...]:
        """Return the gaps in the text; a field that stands alone below it is none."""
        if found[0].tag not in GAPS or (len(found) == 1 and _stands_alone(body, found[0])):
            return ()
        asks = (self._answers.ask(element, self.name) for element in found)
        return tuple(Gap(f"b{n}", ask or CLOZE) for n, ask in enumerate(asks, start=1))

    def _item(self, body: ET.Element, found: Sequence[ET.Element], ask: Ask, gaps: tuple[Gap, ...]) -> Item:
        language = self._root.get(_LANG, "")[:2]
        return Item(
            name=self.name,
            title=self._root.get("title", ""),
            prompt=self._prompt(body, found, gaps),
            ask=ask,
            gaps=gaps,
            feedback=self._answers.general(),
            points=self._answers.points(),
            shuffle=found[0].get("shuffle") != "false" or bool(gaps),
            language=_LANGUAGES.get(language, ""),
        )

    def _prompt(self, body: ET.Element, found: Sequence[ET.Element], gaps: tuple[Gap, ...]) -> str:
        """Return the body with marks in the place of gaps, and the prompt of the interaction."""
        shown = copy.deepcopy(body)
        marks = iter([mark_of(gap.name) for gap in gaps])
        for parent in list(shown.iter()):
            for child in list(parent):
                if child.tag.endswith("Interaction"):
                    self._replace(parent, child, next(marks, ""))
                elif child.tag in _UNSHOWN:
                    self._received.lose(self.name, Lost.SETTINGS, str(child.tag))
                    self._replace(parent, child, "")
        prompts = [prompt for element in found if (prompt := element.find("prompt")) is not None]
        html = "".join([inner_html(shown), *(f"<p>{inner_html(prompt)}</p>" for prompt in prompts)])
        return self._received.unmarked.markdown(html)

    def _replace(self, parent: ET.Element, child: ET.Element, words: str) -> None:
        """Take an element out and leave a text where it was."""
        index = list(parent).index(child)
        words += child.tail or ""
        if index:
            parent[index - 1].tail = (parent[index - 1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words
        parent.remove(child)


def _stands_alone(body: ET.Element, interaction: ET.Element) -> bool:
    parent = next(element for element in body.iter() if interaction in list(element))
    beside = (parent.text, *(child.tail for child in parent))
    in_text = len(parent) > 1 or any((words or "").strip() for words in beside)
    return parent is body or not in_text


def _answerable(ask: Ask) -> bool:
    return bool(ask.right or ask.ranges)
