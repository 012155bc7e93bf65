"""Proving an exercise before anyone sees it: wheats hold, chaffs fall, no property is idle."""

from grader.validate.proof import Proof
from grader.validate.prove import validate_exercise

__all__ = ["Proof", "validate_exercise"]
