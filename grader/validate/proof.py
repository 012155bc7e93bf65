"""What a proof of an exercise found. Plain records; no torch."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from grader.model import Counterexample, Outcome, Text, text


@dataclass(frozen=True, slots=True)
class ChaffProof:
    """What became of one chaff: the properties that fell it, its first counterexample, its diagnosis.

    `counterexample` is None where there is none (it was forbidden, or it hung); `survived` lists the
    seeds under which it was accepted.
    """

    name: str
    verdict: str
    felled_by: tuple[str, ...]
    counterexample: Counterexample | None
    diagnosed: str | None
    recognised: bool
    survived: tuple[int, ...] = ()

    @property
    def elements(self) -> int | None:
        """The tensor elements of the counterexample."""
        return self.counterexample.elements if self.counterexample else None


@dataclass(frozen=True, slots=True)
class WheatProof:
    """What became of one wheat (or the reference): the (seed, property, sentence) that rejected it."""

    name: str
    rejected: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything found about one exercise; it `holds` when `faults` is empty."""

    slug: str
    seeds: int
    properties: tuple[tuple[str, Fraction], ...]
    wheats: tuple[WheatProof, ...]
    chaffs: tuple[ChaffProof, ...]
    content: tuple[Text, ...]
    seconds: float

    @property
    def faults(self) -> tuple[Text, ...]:
        """Everything that has to be mended."""
        return (*self.content, *self._wheat_faults(), *self._chaff_faults(), *self._idle())

    @property
    def holds(self) -> bool:
        """Tell whether the exercise is proven."""
        return not self.faults

    @property
    def median_elements(self) -> float | None:
        """The median size of the chaffs' counterexamples, in tensor elements."""
        sizes = [chaff.elements for chaff in self.chaffs if chaff.elements is not None]
        return median(sizes) if sizes else None

    @property
    def felled(self) -> int:
        """How many chaffs fell under every seed."""
        return sum(1 for chaff in self.chaffs if not chaff.survived)

    @property
    def recognised(self) -> int:
        """How many chaffs were diagnosed as themselves or a declared equal."""
        return sum(1 for chaff in self.chaffs if chaff.recognised)

    def _wheat_faults(self) -> list[Text]:
        return [
            text(
                "the wheat {name} is rejected ({where}): {property}: {why}",
                name=w.name,
                where=seed,
                property=prop,
                why=why,
            )
            for w in self.wheats
            for seed, prop, why in w.rejected[:1]
        ]

    def _chaff_faults(self) -> list[Text]:
        survived = [
            text("the chaff {name} is accepted (seeds {seeds}).", name=c.name, seeds=list(c.survived))
            for c in self.chaffs
            if c.survived
        ]
        strangers = [
            text("the chaff {name} is diagnosed as {got}.", name=c.name, got=c.diagnosed or "nothing")
            for c in self.chaffs
            if not c.recognised
        ]
        return survived + strangers

    def _idle(self) -> list[Text]:
        used = {name for chaff in self.chaffs for name in chaff.felled_by}
        return [
            text("the property {name} fells no chaff.", name=n) for n, _ in self.properties if n not in used
        ]


FELLED = frozenset({Outcome.FALSIFIED, Outcome.RAISED, Outcome.TIMED_OUT})
