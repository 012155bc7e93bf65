"""One run of a question's program: its values, and texts filled with them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from grader.errors import ContentError
from grader.model import Bilingual
from grader.quiz.performance import Evaluated, Performance
from grader.quiz.question import Both
from grader.quiz.staging import Script, gap
from grader.quiz.template import render_both

HINT = "docs/quiz.md says what is expected."


@dataclass(frozen=True, slots=True)
class Run:
    """A script and what running it left; ``compared``: what each of `staging.alternatives` gave."""

    script: Script
    performance: Performance
    compared: tuple[str, ...] = ()

    def fault(self, key: str, what: str) -> ContentError:
        """Return the error that says what is wrong with one key of the question, with this seed."""
        return ContentError(f"{self.script.where(key)}: {what}.", HINT)

    def value(self, key: str) -> Evaluated:
        """Return the value of an expression; raises `ContentError` where it could not be evaluated."""
        if key in self.performance.errors:
            raise self.fault(key, self.performance.errors[key])
        if key not in self.performance.values:
            raise self.fault(key, "it has no value")
        return self.performance.values[key]

    def truth(self, key: str) -> bool:
        """Return the value of an expression that has to be a bool."""
        value = self.value(key)
        if value.kind != "bool":
            raise self.fault(key, f"it is {value.text} of type {value.kind}; True or False is expected")
        return value.text == "True"

    def words(self, text: str | Both, where: str, /, **more: str) -> Bilingual:
        """Fill a text with the parameters, the gaps, and the values that it may speak of."""
        gaps = {blank.id: gap(blank.id) for blank in self.script.question.file.blank}
        values = {**self.script.params, **gaps, "output": self.performance.output, **more}
        return render_both(text, values, self.script.where(where))
