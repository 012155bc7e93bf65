"""Names from strangers: shown without acting on the screen, and ids that are safe in a path."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

SHOWN_CHARACTERS = 120
ID_CHARACTERS = 64

_ACTING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PUNCTUATION = frozenset(" _.-@+'(),")
# Windows opens a device under these names, whatever the extension.
_DEVICES = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{port}{n}" for port in ("com", "lpt") for n in "0123456789"
}


def shown(name: str, limit: int = SHOWN_CHARACTERS) -> str:
    r"""Return a name with characters that act or cannot be encoded as escapes (``\u202e``), shortened."""
    kept = name[: limit + 1]
    escaped = kept if kept.isprintable() else "".join(map(_escaped, kept))
    return escaped if len(name) <= limit else f"{escaped[:limit]}… {len(name) - limit} more"


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _ACTING:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def is_safe(name: str) -> bool:
    """Tell whether a name may be an id as it is, on every file system and in every report."""
    return (
        0 < len(name) <= ID_CHARACTERS
        and name == unicodedata.normalize("NFC", name)
        and all(_is_plain(character) for character in name)
        and (name[0] == "_" or name[0].isalnum())
        and name[-1] not in " ."
        and ".." not in name
        and name.split(".")[0].rstrip().casefold() not in _DEVICES
    )


def _is_plain(character: str) -> bool:
    return character in _PUNCTUATION or unicodedata.category(character)[0] in "LNM"


def safe_id(name: str) -> str:
    """Return ``name`` where it is safe, else a readable part of it and 8 hex digits of its SHA-256."""
    return name if is_safe(name) else with_digest(name, name)


def with_digest(name: str, identity: str) -> str:
    """Return what is readable of ``name`` with a digest of ``identity``: equal inputs, equal id."""
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    letters = unicodedata.normalize("NFKC", name[:SHOWN_CHARACTERS])
    kept = "".join(c if _is_plain(c) and c not in ".," else " " for c in letters)
    # \W holds accents without a letter: they cannot begin a name.
    readable = re.sub(r"^[\W_]+|[\W_]+$", "", re.sub(r"[\s-]+", "-", kept)[:40])
    return f"{readable or 'student'}-{digest}"


def folded(name: str) -> str:
    """Return what two names share that a file system on another machine may take for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def assign_ids(labels: Mapping[str, str], reserved: Iterable[str] = ()) -> dict[str, str]:
    """Return an id for every identity, given each one's label; no two ids are equal, even folded.

    Whether an identity's id carries a digest does not depend on the order of the others.
    """
    drafts = {identity: safe_id(label) for identity, label in labels.items()}
    taken = Counter(folded(draft) for draft in drafts.values())
    taken.update(folded(name) for name in reserved)
    return {
        identity: draft if taken[folded(draft)] == 1 else with_digest(draft, identity)
        for identity, draft in drafts.items()
    }
