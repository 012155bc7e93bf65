"""Fingerprints of submissions, by copydetect: what they share, and where.

Copydetect's own reading of code makes every name equal, those of torch too; in short exercises all right
answers would look alike. So it is given our tokens, each as one character. Its window is 1 (no winnowing):
else which fingerprints are kept would depend on Python's hash seed, and texts this short need no thinning.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from io import StringIO
from typing import Any

from grader.errors import MissingExtra
from grader.similarity.tokens import Token

GRAM = 10  # tokens: two to three lines' worth of an expression; less is what everybody writes
FIRST = 0x10000  # beyond the surrogates


class Alphabet:
    """Gives each kind of token a character."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def spell(self, tokens: Iterable[Token]) -> str:
        """Return tokens as a text of one character each."""
        letters = self._letters
        return "".join(letters.setdefault(one.kind, chr(FIRST + len(letters))) for one in tokens)


class Print:
    """The fingerprint of one submission. ``size``: how many of its tokens count."""

    def __init__(self, spelled: str) -> None:
        self._theirs: Any = library().CodeFingerprint(
            "submission.py", GRAM, 1, filter=False, fp=StringIO(spelled)
        )
        self._length = len(spelled)

    @property
    def grams(self) -> set[int]:
        """The hashes of what it is made of."""
        found: set[int] = self._theirs.hashes
        return found

    @property
    def size(self) -> int:
        """How many tokens the hashes cover."""
        return int(self._theirs.token_coverage)

    def leave_out(self, grams: set[int]) -> None:
        """Count no more what is in these hashes."""
        # Copydetect's own option takes every hash that occurs twice for boilerplate.
        places = {gram: at for gram, at in self._theirs.hash_idx.items() if gram not in grams}
        self._theirs.hash_idx = places
        self._theirs.hashes = set(places)
        self._theirs.token_coverage = library().utils.get_token_coverage(places, GRAM, self._length)

    def compare(self, other: Print) -> tuple[Shared, Shared]:
        """Return what this submission has of the other, and the other of this."""
        _, _, (mine, theirs) = library().compare_files(self._theirs, other._theirs)
        return Shared(self, mine), Shared(other, theirs)


class Shared:
    """The part of a submission that another one has, too."""

    def __init__(self, of: Print, slices: Any) -> None:
        self.places = frozenset(
            place for start, end in zip(*slices, strict=True) for place in range(int(start), int(end))
        )
        self._size = of.size

    @property
    def percent(self) -> int:
        """The share of all that counts."""
        return min(100, round(100 * len(self.places) / self._size)) if self._size else 0

    def lines(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Return the lines it stands in."""
        return frozenset(tokens[place].line for place in self.places)


def library() -> Any:
    """Import copydetect, quietly; raise `MissingExtra` where it is not installed."""
    if find_spec("copydetect") is None:
        raise MissingExtra(
            "grade similar needs copydetect, which is not installed.", "pip install 'tensorgrade[similarity]'"
        )
    # It imports matplotlib, which has words about its font cache the first time.
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
    import copydetect  # type: ignore[import-untyped]
    import copydetect.utils  # type: ignore[import-untyped]

    return copydetect
