"""Proving one exercise: run reference, wheats and chaffs over many seeds."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from grader.catalog import SourceText, hidden_folder, read_submission
from grader.client.ending import RunnerEnded
from grader.judge import Judge
from grader.judge.counterexample import plain_difference
from grader.judge.diagnosis import Chaff, load_chaffs
from grader.judge.properties import Material, Property
from grader.judge.search import Bench, Ran, hold
from grader.model import Attempt, Exercise, Outcome, Verdict, text
from grader.validate.content import content_faults
from grader.validate.proof import FELLED, ChaffProof, Proof, WheatProof

Progress = Callable[[str, int, int], None]


def validate_exercise(
    judge: Judge, exercise: Exercise, seeds: int = 1, progress: Progress = lambda name, done, total: None
) -> Proof:
    """Prove an exercise over `seeds` corpora; `progress` is called as (what, done, total)."""
    started = time.monotonic()
    prover = Prover(judge, exercise, seeds, progress)
    content = list(content_faults(judge.catalog, exercise, prover.material))
    stub = prover.graded("stub", judge.catalog.pristine_stub(exercise.slug))
    if stub.verdict is Verdict.ACCEPTED:
        content.append(text("the untouched stub is accepted."))
    chaffs = prover.chaffs()
    return Proof(
        exercise.slug,
        seeds,
        tuple((prop.name, prop.points) for prop in prover.material.properties),
        prover.wheats(),
        prover.over_seeds(chaffs),
        tuple(content),
        time.monotonic() - started,
    )


class Prover:
    """One exercise being proven."""

    def __init__(self, judge: Judge, exercise: Exercise, seeds: int, progress: Progress) -> None:
        self.judge = judge
        self.exercise = exercise
        self.seeds = range(1, seeds)
        self.progress = progress
        self.folder = judge.catalog.solution_folder(exercise.slug)
        judge.refresh(exercise)
        self.material: Material = judge.material(exercise)
        self._chaffs = load_chaffs(judge.catalog.content, hidden_folder(exercise.slug))

    def graded(self, name: str, source: str) -> Attempt:
        """Grade a source as a student's would be."""
        return self.judge.grade(self.exercise, SourceText(f"{name}.py", source, ""))

    def wheats(self) -> tuple[WheatProof, ...]:
        """Hold the reference and every wheat to every property, over all seeds and devices."""
        files = [self.folder / "reference.py", *sorted((self.folder / "wheats").glob("*.py"))]
        found = []
        for index, file in enumerate(files):
            self.progress(file.stem, index, len(files))
            found.append(self.wheat(file))
        return tuple(found)

    def wheat(self, file: Path) -> WheatProof:
        """Hold one right submission to everything."""
        source = read_submission(file, self.exercise.limits).text
        attempt = self.graded(file.stem, source)
        rejected = [("devices", r.name, why(r)) for r in attempt.results if r.outcome is not Outcome.HELD]
        if attempt.verdict is not Verdict.ACCEPTED and not rejected:
            rejected = [("file", attempt.verdict.value, "; ".join(map(str, attempt.messages)))]
        bench = self.judge.bench(self.exercise, source)
        for seed in () if rejected else self.seeds:
            rejected += [(f"seed {seed}", prop.name, said(ran)) for prop, ran in self.failing(bench, seed)]
        bench.session.close()
        return WheatProof(file.stem, tuple(rejected))

    def failing(self, bench: Bench, seed: int) -> list[tuple[Property, Ran]]:
        """Return the properties that do not hold under a seed."""
        bench.session.spent = 0.0
        runs = [(prop, hold(bench, prop, self.judge.corpus, seed)) for prop in self.material.properties]
        return [(prop, ran) for prop, ran in runs if ran.failure or ran.ending]

    def chaffs(self) -> list[ChaffProof]:
        """Grade every chaff as a student's, with counterexample and diagnosis."""
        found = []
        for index, chaff in enumerate(self._chaffs):
            self.progress(chaff.name, index, len(self._chaffs))
            found.append(self.chaff(chaff))
        return found

    def chaff(self, chaff: Chaff) -> ChaffProof:
        """Grade one wrong submission."""
        attempt = self.graded(chaff.name, chaff.source)
        felled = tuple(result.name for result in attempt.results if result.outcome in FELLED)
        shown = [r.counterexample for r in attempt.results if r.counterexample]
        diagnosed = attempt.diagnosis.chaff if attempt.diagnosis else None
        survived = (0,) if attempt.verdict is Verdict.ACCEPTED else ()
        return ChaffProof(
            chaff.name,
            attempt.verdict.value,
            felled,
            shown[0] if shown else None,
            diagnosed,
            self.recognised(chaff, diagnosed),
            survived,
        )

    def recognised(self, chaff: Chaff, diagnosed: str | None) -> bool:
        """Tell whether a diagnosis names the chaff or one declared equal, in either direction."""
        equals = {
            other.name for other in self._chaffs if chaff.name in other.about.equals
        } | chaff.about.equals
        return diagnosed == chaff.name or diagnosed in equals

    def over_seeds(self, proofs: Sequence[ChaffProof]) -> tuple[ChaffProof, ...]:
        """Add to each chaff the seeds under which nothing felled it."""
        return tuple(self.over(chaff, proof) for chaff, proof in zip(self._chaffs, proofs, strict=True))

    def over(self, chaff: Chaff, proof: ChaffProof) -> ChaffProof:
        """Look for one failing example under every further seed."""
        if proof.verdict not in (Verdict.PARTIAL.value, Verdict.REJECTED.value) or not self.seeds:
            return proof
        bench = self.judge.bench(self.exercise, chaff.source)
        killers_first = sorted(self.material.properties, key=lambda prop: prop.name not in proof.felled_by)
        survived = [seed for seed in self.seeds if not self.falls(bench, killers_first, seed)]
        bench.session.close()
        return replace(proof, survived=(*proof.survived, *survived))

    def falls(self, bench: Bench, properties: Sequence[Property], seed: int) -> bool:
        """Tell whether some property's corpus under a seed has an example that fails; nothing is shrunk."""
        bench.session.spent = 0.0
        try:
            return any(bench.attempt(p, e) for p in properties for e in self.judge.corpus.examples(p, seed))
        except RunnerEnded:
            return True


def why(result: object) -> str:
    """Say why a right submission lost a property."""
    found = getattr(result, "counterexample", None)
    return str(found.difference.text) if found else str(getattr(result, "message", ""))


def said(ran: Ran) -> str:
    """Say why a right submission lost a property under a seed."""
    if ran.failure:
        return f"{plain_difference(ran.failure.error).text} {dict(ran.failure.example)}"[:400]
    return str(ran.ending.text) if ran.ending else ""
