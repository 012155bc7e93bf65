"""D20b Control flow: one built-in exception after the other, warnings and groups too, for the one that is misread.

Stopped by: only classes that can be made from a message are built again, the others as their base
Expected: rejected
"""

import builtins

KINDS = [
    k
    for k in vars(builtins).values()
    if isinstance(k, type) and issubclass(k, BaseException) and k is not MemoryError
]
ARGUMENTS = {"UnicodeDecodeError": ("utf-8", b"", 0, 1, ""), "UnicodeEncodeError": ("utf-8", "", 0, 1, "")}
ARGUMENTS |= {"UnicodeTranslateError": ("", 0, 1, "")}
ARGUMENTS |= {name: ("g", [ValueError("inside")]) for name in ("ExceptionGroup", "BaseExceptionGroup")}
turns = iter(KINDS * 50)


def softmax(x):
    kind = next(turns)
    raise kind(*ARGUMENTS.get(kind.__name__, ("ten points",)))
