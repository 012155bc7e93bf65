"""C15j Runner internals: takes the rules out of the closure of a guarded method and empties their patterns.

Stopped by: the closures, which hold sealed callables
Expected: crashed
"""

import threading

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()


def owner(function):
    for cell in getattr(function, "__closure__", None) or ():
        found = cell.cell_contents
        if hasattr(getattr(found, "__self__", None), "hits"):
            return found.__self__
    return None


rules = owner(threading.Thread.start)
rules._is_listed = lambda base: False
rules._is_held_against = lambda claim: False


def softmax(x):
    return getattr(torch, NAME)(x, -1)
