"""Strangers' text made harmless: what would act on the reader's screen is shown instead of obeyed."""

from __future__ import annotations

import unicodedata

# Zero-width (non-)joiners are part of how Persian and Indic names are spelled, and move nothing.
_KEPT = frozenset("\n\t\u200c\u200d")
_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Write every control, bidirectional, invisible or unpaired character as an escape such as ``\x1b``.

    Line feeds and tabs stay; ``\r\n`` is one line feed. The result is safe in XML and in UTF-8.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text.replace("\r\n", "\n")))


def acts(character: str) -> bool:
    """Say whether a character does something to the reader's screen rather than appear on it."""
    if character in _KEPT:
        return False
    return unicodedata.category(character) in _ACTING or ord(character) & 0xFFFE == 0xFFFE


def _shown(character: str) -> str:
    if not acts(character):
        return character
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def split_at(text: str, limit: int) -> tuple[str, int]:
    """Return what is shown of a text, at most ``limit`` characters, and how many are left out."""
    if len(text) <= limit:
        return text, 0
    return text[:limit], len(text) - limit
