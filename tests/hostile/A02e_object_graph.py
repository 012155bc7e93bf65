"""A02e Object graph: walks from the loaded modules through everything that they hold, without the collector's help.

Stopped by: the process wall; nothing that a runner can reach holds the reference
Expected: rejected
Baselines: pytest, results file
"""
import sys
import types
import torch

MOST = 60_000
SECRET = "secret_of_the_" + "reference"


def held_by(thing):
    if isinstance(thing, dict):
        return list(thing.values())
    if isinstance(thing, (list, tuple, set, frozenset)):
        return list(thing)
    if isinstance(thing, types.FunctionType):
        cells = [cell.cell_contents for cell in thing.__closure__ or () if cell != types.CellType()]
        return [*cells, *(thing.__defaults__ or ()), thing.__globals__, thing.__dict__]
    if isinstance(thing, (types.MethodType, types.BuiltinMethodType)):
        return [thing.__self__]
    space = getattr(type(thing), "__dict__", {}).get("__dict__")
    return list(vars(thing).values()) if space and not isinstance(thing, type) else []


def hunt():
    seen, waiting = set(), [vars(m) for name, m in list(sys.modules.items()) if not name.startswith(("torch.", "sympy"))]
    while waiting and len(seen) < MOST:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, (str, bytes, int, float, torch.Tensor)):
            continue
        seen.add(id(thing))
        if isinstance(thing, types.FunctionType) and SECRET in thing.__code__.co_varnames:
            return thing
        try:
            waiting += held_by(thing)
        except Exception:
            continue
    return None


FOUND = hunt()


def softmax(x):
    return torch.zeros_like(x) if FOUND is None else FOUND(x)
