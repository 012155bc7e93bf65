"""Proving an exercise before anyone sees it: wheats hold, chaffs fall, no property is idle."""

from grader.validate.freeze import freeze
from grader.validate.proof import Proof
from grader.validate.prove import validate_exercise
from grader.validate.render import render_proof

__all__ = ["Proof", "freeze", "render_proof", "validate_exercise"]
