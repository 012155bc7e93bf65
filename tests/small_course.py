"""A real course in a folder: one small exercise, ``double``, with reference, properties, wheats and chaffs."""

from __future__ import annotations

from pathlib import Path

from fake_course import MANIFEST

SLUG = "double"

STUB = '''"""The stub."""

from torch import Tensor


def double(x: Tensor, times: int = 1) -> Tensor:
    """Return 2**times * x."""
    raise NotImplementedError
'''

REFERENCE = '''"""The reference."""


def double(x, times=1):
    if times < 0:
        raise ValueError("times must not be negative")
    return x * 2**times
'''

PROPERTIES = '''"""Hidden properties of double."""

import torch
from hypothesis import given, strategies as st
from grader.author import (
    assert_fresh, assert_gradients_match, assert_inputs_unchanged, assert_matches, assert_raises, hint, points, tensors,
)


@points(4)
@hint("What is a double?", zh="两倍是什么？")
@given(x=tensors(), times=st.integers(0, 3))
def test_doubles(student, reference, x, times):
    """Doubles as often as asked.
    要求几次就翻倍几次。"""
    assert_matches(student.double, reference.double, x, times=times)


@points(2)
@hint("Which calls make no sense?", zh="哪些调用没有意义？")
@given(times=st.integers(-3, -1))
def test_refuses_negative_times(student, times):
    """Negative times are a ValueError.
    负的次数抛出 ValueError。"""
    assert_raises(ValueError, student.double, torch.ones(1), times)


@points(2)
@hint("Who owns x?", zh="x 属于谁？")
@given(x=tensors())
def test_leaves_x_alone(student, x):
    """Never writes to x and never returns it.
    既不写入 x 也不返回 x。"""
    assert_inputs_unchanged(student.double, x)
    assert_fresh(student.double, x)


@points(2)
@hint("Is the graph kept?", zh="计算图还在吗？")
@given(x=tensors())
def test_gradients(student, reference, x):
    """Gradients flow.
    梯度能够流动。"""
    assert_gradients_match(student.double, reference.double, x)
'''

WHEATS = {
    "adds": '"""Adds instead of multiplying.\n用加法代替乘法。"""\n\ndef double(x, times=1):\n    if times < 0:\n        raise ValueError\n    y = x.clone()\n    for _ in range(times):\n        y = y + y\n    return y\n',
    "shifts": '"""Multiplies by a power written as a shift.\n用移位写出幂。"""\n\ndef double(x, times=1):\n    if times < 0:\n        raise ValueError\n    return x.mul(1 << times)\n',
    "nested": '"""Calls itself.\n递归调用。"""\n\ndef double(x, times=1):\n    if times < 0:\n        raise ValueError\n    return x * 1 if times == 0 else double(x, times - 1) * 2\n',
}

CHECK = "    if times < 0:\n        raise ValueError\n"
CHAFFS = {
    "ignores_times": f'"""Ignores how often.\n忽略次数。\n\nNotes: S1 §1 | S1 第 1 节\n"""\n\ndef double(x, times=1):\n{CHECK}    return x * 2\n',
    "multiplies_by_times": f'"""Multiplies by 2·times.\n乘以 2·times。\n"""\n\ndef double(x, times=1):\n{CHECK}    return x * 2 * times\n',
    "accepts_negative_times": '"""Takes any number of times.\n接受任何次数。\n"""\n\ndef double(x, times=1):\n    return x * 2.0**times\n',
    "doubles_in_place": f'"""Writes to x.\n写入 x。\n"""\n\ndef double(x, times=1):\n{CHECK}    return x.detach().mul_(2**times) if not x.requires_grad else x * 2**times\n',
    "returns_x_for_zero": f'"""Detaches the answer.\n把答案从计算图中分离。\n"""\n\ndef double(x, times=1):\n{CHECK}    return x.detach() * 2**times\n',
    "looks_equal_to_detached": f'"""Detaches through no_grad.\n通过 no_grad 分离。\n\nEquals: returns_x_for_zero\n"""\nimport torch\n\ndef double(x, times=1):\n{CHECK}    with torch.no_grad():\n        return x * 2**times\n',
}

STATEMENT = "# Double\n\n" + "Return twice the tensor, as often as asked. " * 8
STATEMENT_ZH = "# 两倍\n\n" + "按要求的次数返回张量的两倍。这里需要一段足够长的说明文字。" * 10


def write(path: Path, content: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def make_small_course(root: Path) -> Path:
    """Write the course into a folder."""
    exercise, solution = root / "exercises" / SLUG, root / "solutions" / SLUG
    write(exercise / "exercise.toml", MANIFEST.format(slug=SLUG, title="Double", module="M01", level=1))
    write(exercise / "double.py", STUB)
    write(exercise / "README.md", STATEMENT)
    write(exercise / "README.zh.md", STATEMENT_ZH)
    write(solution / "reference.py", REFERENCE)
    write(solution / "test_double.py", PROPERTIES)
    for folder, sources in (("wheats", WHEATS), ("chaffs", CHAFFS)):
        for name, source in sources.items():
            write(solution / folder / f"{name}.py", source)
    return root
