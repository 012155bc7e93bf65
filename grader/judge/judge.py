"""The judge: a warm zygote, the exercises' material, the corpus; one submission in, one `Attempt` out."""

from __future__ import annotations

import inspect
from types import TracebackType

from grader.catalog import Catalog, SourceText, hidden_folder
from grader.client.session import Session
from grader.client.zygote import Zygote
from grader.compare.memory import MEMORY
from grader.judge.corpus import Corpus
from grader.judge.diagnosis import Diagnostician, load_chaffs
from grader.judge.examples import grading_of, load_examples
from grader.judge.grading import Progress, no_progress
from grader.judge.properties import Material, load_material
from grader.judge.search import Bench
from grader.model import Attempt, Exercise, Level


class Judge:
    """Grades submissions one after another; a context manager, because it owns a process.

    ``examples_only``: no hidden property is run, wherever they are.
    """

    def __init__(
        self,
        catalog: Catalog,
        device: str = "auto",
        zygote: Zygote | None = None,
        *,
        examples_only: bool = False,
    ) -> None:
        self.catalog = catalog
        self.device = device
        self.examples_only = examples_only
        self.corpus = Corpus()
        self._zygote = zygote or Zygote()
        self._material: dict[str, Material] = {}
        self._stamps: dict[str, tuple[object, ...]] = {}
        self._diagnosticians: dict[str, Diagnostician] = {}

    def __enter__(self) -> Judge:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def level(self) -> Level:
        """How well the sandbox round the runners keeps submissions in."""
        self._zygote.wait_jailed()
        return self._zygote.level

    def close(self) -> None:
        """End every runner and the zygote."""
        self._zygote.close()

    def grade(
        self, exercise: Exercise, source: SourceText, student: str = "you", progress: Progress = no_progress
    ) -> Attempt:
        """Grade one submission; `progress` is called as (done, total, title) before each property.

        In a release it is held to the public examples, and the attempt says so.
        """
        self.refresh(exercise)
        grading = grading_of(self.material(exercise))
        return grading(self, exercise, source, student, progress).run()

    def material(self, exercise: Exercise) -> Material:
        """Return the exercise's properties and reference, imported once until their files change."""
        if exercise.slug not in self._material:
            self.refresh(exercise)
        return self._material[exercise.slug]

    def refresh(self, exercise: Exercise) -> None:
        """Import the hidden files again if an author has touched them; a look at their dates, not a hash."""
        if self.examples_only or (self.catalog.is_release and not self.catalog.has_solution(exercise.slug)):
            self._material[exercise.slug] = load_examples(exercise, *self.catalog.frozen(exercise.slug))
            return
        content, folder = self.catalog.content, hidden_folder(exercise.slug)
        stamp = content.stamp(folder)
        if self._stamps.get(exercise.slug) != stamp:
            self._material[exercise.slug] = load_material(exercise, content, folder)
            self._stamps[exercise.slug] = stamp
            self.corpus.forget(exercise.slug)
            MEMORY.clear()
            self._diagnosticians.pop(exercise.slug, None)

    def session(self, exercise: Exercise, source: str, device: str) -> Session:
        """Return a session for a submission; its runner starts with the first request."""
        return Session(self._zygote, exercise, source, device)

    def bench(self, exercise: Exercise, source: str, device: str = "cpu", *, ahead: bool = False) -> Bench:
        """Put a submission on the bench."""
        material = self.material(exercise)
        session = self.session(exercise, source, device)
        return Bench(session, material.reference, material.parameters, ahead=ahead)

    def reference_source(self, exercise: Exercise) -> str:
        """Return the text of the reference, to be run as a submission is."""
        return self.catalog.content.read(f"{hidden_folder(exercise.slug)}/reference.py").decode()

    def diagnostician(self, exercise: Exercise) -> Diagnostician:
        """Return the exercise's diagnostician, with the chaffs' answers computed so far."""
        if exercise.slug not in self._diagnosticians:
            chaffs = load_chaffs(self.catalog.content, hidden_folder(exercise.slug))
            self._diagnosticians[exercise.slug] = Diagnostician(
                chaffs, lambda source: self.bench(exercise, source), self.corpus, by_law=exercise.by_law
            )
        return self._diagnosticians[exercise.slug]

    def expected_signature(self, exercise: Exercise) -> inspect.Signature:
        """Return the signature of the reference's target."""
        return inspect.signature(getattr(self.material(exercise).reference, exercise.target))
