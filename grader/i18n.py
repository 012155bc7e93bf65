"""Our own sentences in the reader's language: gettext catalogues, made with Babel.

A message id is the English sentence itself, written as the literal first argument of ``text(…)`` or
``tr(…)``; ``docs/i18n.md`` has the commands that bring the catalogue up to date, and
``tests/test_i18n.py`` fails while any sentence has no translation.

An exercise author's own claim comes in both languages already; it travels as
``text("{en}", en=…, zh=…)``, and the catalogue translates ``{en}`` as ``{zh}``.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader.model import Bilingual, Text, text

LANGUAGES = ("en", "zh")
DOMAIN = "tensorgrade"
LOCALE_DIR = Path(__file__).parent / "locale"

_LOCALES = {"zh": "zh_CN"}
_TAGS = {"en": "en", "zh": "zh-Hans"}
_NAMES = {"en": "English", "zh": "中文"}


def normalise(language: str) -> str:
    """Return ``"zh"`` for any Chinese language or locale (``zh_CN.UTF-8``, ``zh-Hans``), else ``"en"``."""
    return "zh" if _primary(language) == "zh" else "en"


def _primary(language: str) -> str:
    return re.split(r"[-_.@]", language.strip().lower(), maxsplit=1)[0]


def default_language(environ: Mapping[str, str]) -> str:
    """Return the language the environment asks for: ``LANGUAGE`` first, then the locale.

    ``LANGUAGE`` is a list of choices; the first one we speak wins. Without a choice it is English.
    """
    for choice in environ.get("LANGUAGE", "").split(":"):
        if _primary(choice) in LANGUAGES:
            return _primary(choice)
    locale = next(filter(None, (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return normalise(locale)


def authored(sentence: Bilingual) -> Text:
    """Return what an exercise author wrote in both languages as a `Text`, to travel where ours do."""
    return text("{en}", en=sentence.en, zh=sentence.zh or sentence.en)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language not in _LOCALES:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALE_DIR, [_LOCALES[language]])


@dataclass(frozen=True, slots=True)
class Translator:
    """Puts sentences into one language; ``language`` is ``"en"`` or ``"zh"``."""

    language: str

    @property
    def tag(self) -> str:
        """The BCP 47 tag for a ``lang`` attribute."""
        return _TAGS[self.language]

    @property
    def language_name(self) -> str:
        """What speakers of the language call it."""
        return _NAMES[self.language]

    @property
    def other(self) -> Translator:
        """The translator into the other language."""
        return Translator("en" if self.language == "zh" else "zh")

    def __call__(self, message: Text | str, /, **fields: object) -> str:
        """Translate a sentence and fill its ``{named}`` fields; an unknown sentence stays English."""
        if isinstance(message, Text):
            return message.fill(self._translated(message.message))
        translated = self._translated(message)
        return translated.format_map(fields) if fields else translated

    def bilingual(self, sentence: Bilingual) -> str:
        """Choose the sentence an exercise author wrote in this language."""
        return sentence.in_language(self.language)

    def _translated(self, message: str) -> str:
        # gettext keeps the catalogue's header under the empty id.
        return _catalogue(self.language).gettext(message) if message else ""


def translator(language: str) -> Translator:
    """Return the translator for a language or locale name; what we do not speak becomes English."""
    return Translator(normalise(language))
