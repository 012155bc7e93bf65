"""Forbidden names found in the text of a submission."""

from __future__ import annotations

import textwrap

import pytest

from grader.runner.fronts import Hit
from grader.runner.source import check_source

HEAD = "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n"


def names(body: str, *patterns: str, target: str = "solve") -> list[str]:
    return [hit.name for hit in check_source(textwrap.dedent(body), target, patterns)]


def inside(expression: str, *patterns: str) -> list[str]:
    return names(f"{HEAD}def solve(x, *args):\n    return {expression}\n", *patterns)


@pytest.mark.parametrize(
    ("expression", "pattern"),
    [
        ("torch.gather(x, 0, x)", "gather"),
        ("torch.Tensor.gather(x, 0, x)", "gather"),
        ("torch.Tensor.__dict__['gather'](x, 0, x)", "gather"),
        ("torch.ops.aten.gather(x, 0, x)", "gather"),
        ("torch.ops.aten.gather.default(x, 0, x)", "gather"),
        ("torch._C._VariableFunctions.gather(x, 0, x)", "gather"),
        ("getattr(torch, 'gather')(x, 0, x)", "gather"),
        ("getattr(x, 'gat' + 'her')(0, x)", "gather"),
        ("getattr(x, f'gat{\"her\"}')(0, x)", "gather"),
        ("getattr(x, ''.join(['gat', 'her']))(0, x)", "gather"),
        ("getattr(x, 'rehtag'[::-1])(0, x)", "gather"),
        ("vars(torch)['gather'](x, 0, x)", "gather"),
        ("(lambda t: torch.gather(t, 0, t))(x)", "gather"),
        ("torch.index_add_(x)", "index_add"),
        ("F.binary_cross_entropy_with_logits(x, x)", "F.binary_cross_entropy*"),
        ("torch.nn.functional.binary_cross_entropy(x, x)", "F.binary_cross_entropy*"),
        ("nn.BCEWithLogitsLoss()(x, x)", "nn.BCE*"),
        ("nn.BCEWithLogitsLoss()(x, x)", "F.binary_cross_entropy*"),
        ("nn.modules.loss.BCELoss()(x, x)", "nn.BCE*"),
        ("nn.init.xavier_uniform_(x)", "nn.init.xavier_*"),
        ("nn.init.xavier_uniform_(x)", "xavier_uniform_"),
        ("nn.init._no_grad_uniform_(x, 0, 1)", "nn.init._*"),
        ("nn.Softmax(-1)(x)", "softmax"),
        ("nn.BatchNorm2d(3)(x)", "F.batch_norm"),
        ("nn.Conv2d(1, 1, 1)(x)", "F.conv*"),
        ("torch.conv2d(x, x)", "F.conv*"),
        ("torch.convolution(x, x)", "conv*"),
        ("F.max_pool2d(x, 2)", "F.*_pool*"),
        ("torch.linalg.vector_norm(x)", "linalg.*"),
        ("torch.optim.SGD([x])", "torch.optim"),
        ("torch.func.grad(x)", "autograd"),
        ("torch.autograd.functional.jacobian(x, x)", "autograd.functional"),
        ("torch.utils.data.DataLoader(x)", "torch.utils.data"),
        ("torch.load(x, weights_only=False)", "weights_only=False"),
    ],
)
def test_every_spelling_of_a_forbidden_name_is_found(expression: str, pattern: str) -> None:
    """A forbidden name is found under each spelling that resolves to a library, on its line."""
    hits = check_source(f"{HEAD}def solve(x):\n    return {expression}\n", "solve", [pattern])

    assert hits
    assert {hit.route for hit in hits} == {"source"}
    assert {hit.line for hit in hits} == {5}


@pytest.mark.parametrize(
    "head",
    [
        "import torch as t\ngo = t.gather",
        "from torch import gather as go",
        "import torch\ng = torch.gather\ngo = g",
        "import torch\nlib = torch\ndef go(*a): return lib.gather(*a)",
        "from torch import *\ndef go(*a): return gather(*a)",
        "import torch\nNAME = 'gather'\ndef go(*a): return getattr(torch, NAME)(*a)",
        "import torch\nclass go:\n    def inner(self): return torch.gather",
        "import torch\ndef go(f=torch.gather): return f",
        "def go(*a):\n    import torch as inner\n    return inner.gather(*a)",
    ],
)
def test_an_alias_does_not_hide_a_name(head: str) -> None:
    """Import aliases, simple assignments, defaults and helpers reached from the target are followed."""
    assert names(f"{head}\ndef solve(x):\n    return go(x)\n", "gather")


@pytest.mark.parametrize(
    "statement",
    [
        "import numpy",
        "import numpy as np",
        "import numpy.linalg",
        "from numpy import asarray",
        "from numpy.linalg import norm as n",
        "m = __import__('numpy')",
        "import importlib\nm = importlib.import_module('numpy')",
        "from importlib import import_module as load\nm = load('num' + 'py')",
        "import sys\nm = sys.modules['numpy']",
        "import torch\nm = torch.from_numpy",
        "import torch\nm = torch.Tensor.numpy",
    ],
)
def test_numpy_is_found_by_every_import(statement: str) -> None:
    """Forbidding NumPy finds the ways to import it and the bridges between it and torch."""
    assert names(f"{statement}\ndef solve(x): return x\n", "numpy")


def test_other_libraries_and_modules_can_be_forbidden() -> None:
    """A pattern that names a module covers it and what is in it."""
    assert names("import pickle\n", "pickle") == ["pickle"]
    assert names("from sklearn.metrics import roc_auc_score\n", "sklearn")
    assert names("import torchvision.ops as ops\n", "torchvision.ops")
    assert names("from torchvision import models\n", "torchvision.models")
    assert not names("from torchvision import transforms\n", "torchvision.models")


def test_an_attribute_of_tensors_is_not_the_module_of_the_same_name() -> None:
    """``.data`` forbids `Tensor.data`, and leaves `torch.utils.data` alone."""
    assert not inside("torch.utils.data.DataLoader(x)", ".data")
    assert inside("getattr(x, 'data')", ".data")


@pytest.mark.parametrize(
    "body",
    [
        "def solve(x): return solve(x) if x else gather\ndef gather(x): return x",
        "def take(x): return x\ndef solve(x): return take(x)",
        "class Bag:\n    def take(self): return 1\n"
        "def solve(x): return Bag().take() + getattr(Bag, 'take')()",
        "class solve:\n    def gather(self): return self.gather() or getattr(self, 'gather')",
        "def solve(s): return s.split(',') + s.gather(0)",
        "def solve(x):\n    'calls torch.gather'\n    # torch.gather\n    return 'torch.gather'",
        "def solve(x): return dict(gather=1, take=x)",
        "from os.path import split\nimport re\ndef solve(x): return split(x), re.split(x, x)",
        "def solve(torch): return torch.gather",
        "def solve(x):\n    torch = x\n    return torch.gather",
        "import torch\ndef solve(x): return torch.index_select(x, 0, x) + torch.gathering",
        "if __name__ == '__main__':\n    import numpy\n    torch.gather(1, 2, 3)\ndef solve(x): return x",
        "import torch\ndef self_test():\n    return torch.gather(1)\ndef solve(x): return x",
        "import torch\ndef helper(): return torch.gather\n"
        "def self_test(): return helper()\ndef solve(x): return x\n"
        "if '__main__' == __name__:\n    self_test()",
    ],
)
def test_what_is_not_a_use_is_not_held_against_the_submission(body: str) -> None:
    """Own names, unknown values, text, other libraries and code never reached are not hits."""
    assert names(body, "gather", "take", "split*", "numpy") == []


def test_code_reached_from_module_level_counts() -> None:
    """A definition that module level refers to is read as well as the target."""
    assert names("import torch\ndef helper(): return torch.gather\nsolve = helper\n", "gather")
    assert names("import torch\nif True:\n    solve = torch.gather\n", "gather")
    assert names("if __name__ == '__main__':\n    pass\nelse:\n    from torch import gather\n", "gather")


def test_switching_gradients_off_is_not_autograd() -> None:
    """Forbidding autograd leaves ``no_grad`` and its kin alone, by either path."""
    assert not inside("torch.no_grad()", "autograd", "torch.func")
    assert not inside("torch.autograd.no_grad()", "autograd")
    assert inside("torch.autograd.grad(x, x)", "autograd")
    assert not inside("x.backward()", "autograd.functional", "autograd.grad")


def test_switching_the_watch_off_is_forbidden_with_anything_else() -> None:
    """Where something is forbidden, so is disabling the modes that watch for it."""
    assert inside("torch.utils._python_dispatch._disable_current_modes()", "gather")
    assert inside("torch._C.DisableTorchFunction()", "gather")
    assert not inside("torch._C.DisableTorchFunction()")


def test_a_hit_says_what_and_where() -> None:
    """A hit carries the resolved name, the route and the line."""
    text = "import torch.nn.functional as F\n\ndef solve(x):\n    return F.one_hot(x)\n"

    assert check_source(text, "solve", ["F.one_hot"]) == (Hit("torch.nn.functional.one_hot", "source", 4),)


def test_source_that_is_not_python_is_the_callers_business() -> None:
    """A syntax error is passed on, whether or not anything is forbidden."""
    with pytest.raises(SyntaxError):
        check_source("def solve(:\n", "solve", [])
