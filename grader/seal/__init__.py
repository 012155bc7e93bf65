"""A course in one encrypted file: made by `seal`, opened in memory by `open_sealed`, never on disk.

Whoever holds the key can make a sealed file as well as open it, and nobody else can do either: a file that
was exchanged or altered is refused.
"""

from grader.seal.keys import KEY_VARIABLE, Key, new_key, read_key, take_key
from grader.seal.pack import Opened, open_sealed, seal

__all__ = ["KEY_VARIABLE", "Key", "Opened", "new_key", "open_sealed", "read_key", "seal", "take_key"]
