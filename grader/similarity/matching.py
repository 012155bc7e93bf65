"""Which submissions are alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from grader.similarity.prints import GRAM, Alphabet, Print
from grader.similarity.records import Entry, Match, Rule, Side
from grader.similarity.tokens import Token, tokens_of

Texts = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """Submissions that are the same but for names, comments and layout; one entry of each origin."""

    entries: tuple[Entry, ...]
    tokens: tuple[Token, ...]
    print: Print

    @property
    def students(self) -> tuple[str, ...]:
        """Who handed it in."""
        return tuple(entry.student for entry in self.entries)


def find_matches(entries: Iterable[Entry], given: Texts, rule: Rule) -> tuple[Match, ...]:
    """Return the pairs that are alike, the most alike first.

    ``given`` are texts that do not count, by exercise. Students who handed in together are not compared.
    """
    by_exercise: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_exercise[entry.exercise].append(entry)
    found = [
        match
        for exercise, here in by_exercise.items()
        for match in _in_exercise(here, given.get(exercise, ()), rule)
    ]
    found.sort(
        key=lambda one: (-one.percent, -one.tokens, one.exercise, one.left.students, one.right.students)
    )
    return tuple(found)


def _in_exercise(entries: Sequence[Entry], given: Sequence[str], rule: Rule) -> Iterator[Match]:
    alphabet = Alphabet()
    programs = _programs(entries, alphabet)
    known = set().union(*(Print(alphabet.spell(tokens_of(text))).grams for text in given), set())
    for program in programs:
        program.print.leave_out(known)
    yield from _same(programs, rule)
    owners = Counter(gram for program in programs for gram in program.print.grams)
    common = {gram for gram, count in owners.items() if count > rule.common}
    for program in programs:
        program.print.leave_out(common)
    for left, right in _candidates(programs, rule):
        yield from _alike(left, right, rule)


def _programs(entries: Sequence[Entry], alphabet: Alphabet) -> list[Program]:
    """Gather the submissions that are one program."""
    spelled: dict[str, tuple[tuple[Token, ...], list[Entry]]] = {}
    for entry in sorted(entries, key=lambda one: one.student):
        tokens = tokens_of(entry.text)
        spelled.setdefault(alphabet.spell(tokens), (tokens, []))[1].append(entry)
    return [Program(tuple(here), tokens, Print(word)) for word, (tokens, here) in spelled.items()]


def _same(programs: Iterable[Program], rule: Rule) -> Iterator[Match]:
    """Yield the programs that several have handed in, apart from each other."""
    for program in programs:
        origins = {entry.origin: entry for entry in reversed(program.entries)}
        if len(origins) > 1 and program.print.size >= rule.minimum:
            first, *others = sorted(origins.values(), key=lambda one: one.student)
            beside = tuple(one.student for one in program.entries if one.origin != first.origin)
            lines = frozenset(token.line for token in program.tokens)
            theirs = frozenset(token.line for token in tokens_of(others[0].text))
            yield Match(
                first.exercise,
                Side((first.student,), first.text, 100, lines),
                Side(beside, others[0].text, 100, theirs),
                program.print.size,
                same=True,
            )


def _candidates(programs: Sequence[Program], rule: Rule) -> Iterator[tuple[Program, Program]]:
    """Yield the pairs that share enough to be worth a look: the others are far too many."""
    owners: dict[int, list[int]] = defaultdict(list)
    for number, program in enumerate(programs):
        for gram in program.print.grams:
            owners[gram].append(number)
    shared = Counter(pair for here in owners.values() for pair in combinations(here, 2))
    # So many tokens in one piece have at least so many grams; in several pieces fewer, but some.
    enough = max(1, (rule.minimum - GRAM + 1) // 4)
    return ((programs[a], programs[b]) for (a, b), count in shared.items() if count >= enough)


def _alike(left: Program, right: Program, rule: Rule) -> Iterator[Match]:
    """Yield the match of two programs if it is one."""
    mine, theirs = left.print.compare(right.print)
    tokens = min(len(mine.places), len(theirs.places))
    together = {one.origin for one in left.entries} & {one.origin for one in right.entries}
    if not together and tokens >= rule.minimum and max(mine.percent, theirs.percent) >= rule.threshold:
        yield Match(
            left.entries[0].exercise,
            Side(left.students, left.entries[0].text, mine.percent, mine.lines(left.tokens)),
            Side(right.students, right.entries[0].text, theirs.percent, theirs.lines(right.tokens)),
            tokens,
        )
