"""A hand-in: a zip of submissions that its student signed, so that what is altered afterwards shows.

The signature says that nothing changed since `grade submit` ran with this key. It does not say who held the
key, nor who wrote the code.
"""

from grader.handin.check import Fault, examine
from grader.handin.identity import Identity, take_identity
from grader.handin.record import LIST, SIGNATURE, Listed, Manifest, is_handin, read_manifest
from grader.handin.sign import pack

__all__ = [
    "LIST",
    "SIGNATURE",
    "Fault",
    "Identity",
    "Listed",
    "Manifest",
    "examine",
    "is_handin",
    "pack",
    "read_manifest",
    "take_identity",
]
