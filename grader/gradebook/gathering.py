"""Quiz answers from wherever they lie: gradebooks, files that were handed in, folders of both.

Files are read as data; no link is followed. A student's own gradebook knows its owner only as "you", and a
file that was handed in says no name at all: both are known by the folder they came in, and both are claims,
to be settled by the bank. A class's gradebook is taken as it is.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.course import Oddity, OddityKind
from grader.errors import ContentError, UsageError
from grader.gradebook.opening import open_gradebook
from grader.gradebook.quizzes import answers, shown_variants
from grader.model import Text, text
from grader.quiz.answered import Answered
from grader.quiz.handed import LARGEST, NAME, Claim, read_hand_in, settled
from grader.quiz.selection import SEEDS
from grader.quiz.session import STUDENT
from grader.quiz.store import Store
from grader.quiz.variant import Variant
from grader.report.visible import visible

DATABASE = b"SQLite format 3\0"
OWN_FOLDER, VARIANTS = ".tensorgrade", "variants"
LONGEST_NAME = 64
Today = Callable[[str, int], Variant]
Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class Gathered:
    """What was found so far: answers of gradebooks, and claims that were handed in, still to be settled.

    Mutable: it grows from source to source.
    """

    answers: list[Answered] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    variants: dict[str, Variant] = field(default_factory=dict)
    oddities: list[Oddity] = field(default_factory=list)
    _seen: set[tuple[str, str, str]] = field(default_factory=set)

    def add(self, found: Iterable[Answered]) -> None:
        """Take answers in, each once."""
        for one in found:
            key = one.student, one.question, one.answered_at.isoformat()
            if key not in self._seen:
                self._seen.add(key)
                self.answers.append(one)

    def odd(self, path: Path, kind: OddityKind, what: Text) -> None:
        """Note what was not as expected."""
        self.oddities.append(Oddity(visible(str(path)), kind, what))

    def only(self, questions: Collection[str]) -> None:
        """Leave out answers to other questions, and say how many."""
        answers = [one for one in self.answers if one.question in questions]
        claims = [one for one in self.claims if one.shown.question in questions]
        if left_out := len(self.answers) + len(self.claims) - len(answers) - len(claims):
            what = text("Answers to questions that are not asked for: {count}", count=left_out)
            self.odd(Path(), OddityKind.LEFT_OUT, what)
        self.answers, self.claims = answers, claims

    def settle(self, today: Today, progress: Progress) -> None:
        """Mark what was handed in by the bank's own variants; count, by reason, what cannot be."""
        reasons: Counter[tuple[str, Text]] = Counter()
        # One question after the other: a builder keeps its runner for the seeds of one.
        claims = sorted(self.claims, key=lambda claim: (claim.shown.question, claim.shown.seed))
        for done, claim in enumerate(claims):
            progress(done, len(claims), claim.shown.question)
            found = _settled(claim, today)
            if isinstance(found, Text):
                reasons[claim.shown.question, found] += 1
            else:
                answer, marking = found
                self.variants[marking.sha256] = marking
                self.add([answer])
        self.claims = []
        for (question, why), count in sorted(reasons.items(), key=lambda pair: (pair[0][0], str(pair[0][1]))):
            self.odd(Path(f"{question} ({count})"), OddityKind.LEFT_OUT, why)


def _settled(claim: Claim, today: Today) -> tuple[Answered, Variant] | Text:
    if not 0 <= claim.shown.seed < SEEDS:
        return text("Its seed is none that is drawn.")
    try:
        built = today(claim.shown.question, claim.shown.seed)
    except ContentError as error:
        return text("Today's question cannot be built: {problem}", problem=error)
    return settled(claim, built)


def gather(sources: Sequence[str]) -> Gathered:
    """Read all sources; raises `UsageError` for one that is not there."""
    gathered = Gathered()
    for source in sources:
        if "://" in source:
            _from_book(gathered, source, "")
        else:
            _from_path(gathered, Path(source))
    return gathered


def _from_path(gathered: Gathered, path: Path) -> None:
    if path.is_dir():
        for file in _handed_in(path):
            _from_file(gathered, file, owner_of(file, path))
    elif not path.is_file():
        raise UsageError(
            f"There is no {path}.", "Name gradebooks, folders, or files of `grade quiz --hand-in`."
        )
    elif _begins_with(path, DATABASE):
        _from_book(gathered, str(path), owner_of(path, path.parent))
    else:
        _from_file(gathered, path, owner_of(path, path.parent))


def _begins_with(path: Path, beginning: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(beginning)) == beginning


def _handed_in(folder: Path) -> Iterator[Path]:
    """Yield the files of quiz answers below a folder, in order."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(where, name)
            if name.endswith(NAME) and path.is_file() and not path.is_symlink():
                yield path


def owner_of(file: Path, root: Path) -> str:
    """Return whose file it is: its folder below ``root``, else what its name begins with, else its folder."""
    below = file.relative_to(root).parts[:-1]
    beginning = file.name.removesuffix(NAME).rstrip("_-. ") if file.name.endswith(NAME) else ""
    parents = (part for part in reversed(file.resolve().parts[:-1]) if part != OWN_FOLDER)
    name = below[0] if below else beginning or next(parents, file.stem)
    return visible(name)[:LONGEST_NAME]


def _from_file(gathered: Gathered, path: Path, owner: str) -> None:
    try:
        if path.stat().st_size > LARGEST:
            gathered.odd(
                path,
                OddityKind.TOO_LARGE,
                text("It is larger than {limit} bytes and was not read.", limit=LARGEST),
            )
            return
        handed = read_hand_in(path.read_bytes(), owner)
    except (OSError, ContentError) as error:
        gathered.odd(path, OddityKind.UNREADABLE, text("It was left out: {problem}", problem=error))
        return
    gathered.claims.extend(handed.claims)
    if handed.unknown:
        gathered.odd(
            path,
            OddityKind.LEFT_OUT,
            text("Answers without the question that was shown: {count}", count=handed.unknown),
        )


def _from_book(gathered: Gathered, where: str, owner: str) -> None:
    """Take a class's gradebook as it is; what stands in a student's own is handed in as a file would be."""
    try:
        found, variants = answers_in(where)
    except ContentError as error:
        gathered.odd(Path(where), OddityKind.UNREADABLE, text("It was left out: {problem}", problem=error))
        return
    own = [one for one in found if one.student == STUDENT and owner]
    gathered.add(one for one in found if one not in own)
    if len(own) < len(found):
        gathered.variants.update(variants)
    known = [(one, variants[sha]) for one in own if (sha := one.result.response.sha256) in variants]
    gathered.claims.extend(
        Claim(owner, shown, one.result.response.tries, one.answered_at) for one, shown in known
    )
    if unknown := len(own) - len(known):
        what = text("Answers without the question that was shown: {count}", count=unknown)
        gathered.odd(Path(where), OddityKind.LEFT_OUT, what)


def answers_in(where: str) -> tuple[tuple[Answered, ...], dict[str, Variant]]:
    """Return the answers in a gradebook, and the variants in it or beside it."""
    with open_gradebook(where) as book:
        found, variants = answers(book), dict(shown_variants(book))
    if "://" not in where:
        variants.update(_beside(Path(where), found, variants.keys()))
    return found, variants


def _beside(book: Path, found: Iterable[Answered], known: Collection[str]) -> dict[str, Variant]:
    """Return the variants that are not in a student's book but in the folder beside it."""
    store = Store(book.parent / VARIANTS)
    wanted = {(one.question, one.result.response.sha256) for one in found}
    missing = (pair for pair in wanted if pair[1] not in known)
    return {sha: variant for question, sha in missing if (variant := store.find(question, sha))}
