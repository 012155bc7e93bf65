"""A04c Audit hook: listens to everything that is opened, compiled or executed later, and keeps what looks hidden.

Stopped by: the ban on audit hooks; behind it the process wall: nothing hidden is opened, compiled or executed in a runner
Expected: forbidden
"""
import sys
import torch

HEARD = []


def listen(event, arguments):
    if event in ("open", "compile", "exec", "import", "marshal.loads"):
        text = " ".join(str(argument)[:300] for argument in arguments)
        if any(word in text for word in ("reference", "solutions", "hidden", "canary", "property")):
            HEARD.append((event, arguments))


sys.addaudithook(listen)


def softmax(x):
    for event, arguments in HEARD:
        if event == "exec":
            space = {}
            exec(arguments[0], space)
            if callable(space.get("softmax")) and space["softmax"].__code__ is not softmax.__code__:
                return space["softmax"](x)
        raise RuntimeError(f"heard {event}: {arguments}")
    return torch.zeros_like(x)
