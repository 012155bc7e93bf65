"""B18b Lying facts: patches what the runner reports of an answer, shapes and all, and answers with zeros.

Stopped by: facts are only what is claimed; the values are compared
Expected: rejected
"""
import torch
from grader.runner import calls, facts
from grader.wire import messages as m

facts.ArgumentWatch.mutated = lambda self: []
facts.ArgumentWatch.aliases = lambda self, results: []
facts.GlobalState.changed = lambda self: []
calls.tensor_facts = lambda result, placement: [m.TensorFact("result", "float32", [3], [1], "cpu", True)]


def softmax(x):
    x.data.zero_()
    return x
