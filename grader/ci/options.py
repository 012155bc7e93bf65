"""What can be asked of `grade ci` as it is typed; for those who ask it on another machine, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SERVICES = ("github", "classroom50", "gradescope", "gitlab", "prairielearn", "plain")
FEEDBACK = ("counterexample", "hint", "score")
VISIBILITIES = ("visible", "after_due_date", "after_published", "hidden")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an autograder is to do besides grading."""

    feedback: str = FEEDBACK[0]
    visibility: str = VISIBILITIES[0]
    language: str = "en"
    trusted: bool = False

    def options(self) -> Sequence[str]:
        """Return the options of `grade ci` that say it."""
        trust = ["--trust-this-code"] if self.trusted else []
        said = {"feedback": self.feedback, "visibility": self.visibility, "lang": self.language}
        return [*(f"--{name}={value}" for name, value in said.items()), *trust]
