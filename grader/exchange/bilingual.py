"""Texts of one language as our files want them: in both, with a visible TODO where one is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from grader.exchange.item import Item
from grader.exchange.losses import Lost

Words = str | dict[str, str]
WHY = {"en": "TODO: say why.", "zh": "TODO：说明理由。"}
TRANSLATE = {"en": "TODO translate: ", "zh": "TODO 待翻译："}
_CHINESE = re.compile("[\u3400-\u9fff]")
_NO_WORDS = re.compile(r"```.*?```|`[^`]*`|\$[^$]*\$|⟦[^⟧]*⟧", re.DOTALL)
_WORD = re.compile("[A-Za-z]{2,}|[\u3400-\u9fff]")
_TEMPLATE = re.compile(r"\{(?=[{%#])")


class Speaker:
    """Writes the texts of one item; notes down what is missing or had to be changed."""

    def __init__(self, item: Item) -> None:
        self._language = item.language or language_of((item.title, item.prompt))
        self.lost: dict[Lost, None] = {}

    def lose(self, lost: Lost) -> None:
        """Note down a loss, once."""
        self.lost[lost] = None

    def words(self, text: str) -> Words:
        """Return a text in both languages; code, numbers and formulas are the same in both."""
        text = self.literal(text)
        if not _WORD.search(_NO_WORDS.sub("", text)):
            return text
        self.lose(Lost.TRANSLATION)
        other = "en" if self._language == "zh" else "zh"
        gap = "\n\n" if text.startswith("```") else ""
        both = {self._language: text, other: f"{TRANSLATE[other]}{gap}{text}"}
        return {"en": both["en"], "zh": both["zh"]}

    def literal(self, text: str) -> str:
        """Return a text in which no template begins: pairs of braces are set apart."""
        apart = _TEMPLATE.sub("{ ", text)
        if apart != text:
            self.lose(Lost.BRACES)
        return apart

    def why(self, *said: str) -> Words:
        """Return the first reason there is; else a TODO."""
        for text in said:
            if text.strip():
                return self.words(text)
        self.lose(Lost.WHY)
        return dict(WHY)


def language_of(texts: Iterable[str]) -> str:
    """Return the language of texts: Chinese where there is any Chinese."""
    return "zh" if any(_CHINESE.search(text) for text in texts) else "en"


def is_template(text: str) -> bool:
    """Tell whether our files would take a text for a template."""
    return bool(_TEMPLATE.search(text))
