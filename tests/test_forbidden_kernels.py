"""Forbidden operators in calls that no mode watches: kernels catch every route, and change no answer."""

from __future__ import annotations

import contextlib
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from rules_of_process import put_back

from grader.runner import kernels, native
from grader.runner.calls import watched
from grader.runner.forbidden import VERIFY_EVERY, Rules
from grader.runner.fronts import ForbiddenOperation, Hit
from grader.runner.objects import Placement
from grader.runner.patterns import Patterns
from grader.runner.source import check_source
from grader.runner.submission import Submission
from grader.wire import messages as m

FILENAME = "student_file.py"
HEAD = """
import functools, gc, sys, threading, _thread
import torch
import torch.nn as nn
import torch.nn.functional as F
count = 0

"""
LATE = """
def solve(x):
    global count
    count += 1
    return route(x) if count > 3 else x.exp() / x.exp().sum(-1, keepdim=True)
"""
SOFTMAX = ("softmax", "log_softmax", "logsumexp")
LABELS = torch.tensor([0, 1, 0])


@pytest.fixture(autouse=True)
def pristine() -> Iterator[None]:
    """Put back what `Rules.install` replaces for the rest of the process."""
    with put_back():
        yield


def graded(source: str, patterns: tuple[str, ...], equal_shapes: tuple[str, ...] = ()) -> list[m.Hit]:
    """Load a submission and call it six times, the first two watched by modes; return its hits."""
    source = HEAD + textwrap.dedent(source)
    submission = Submission(m.Check(source, FILENAME, "solve", list(patterns), list(equal_shapes)))
    placement = Placement("cpu")
    with watched(submission.rules, placement, FILENAME, traced=True):
        assert submission.load().error is None
    x = torch.linspace(-1.0, 1.0, 12).reshape(3, 4)
    for index in range(6):
        with (
            contextlib.suppress(ForbiddenOperation, RuntimeError),
            watched(submission.rules, placement, FILENAME, traced=index < 2),
        ):
            submission.module.solve(x.clone())
        if hits := submission.hits():
            assert index >= 3 or LATE not in source
            return hits
    return []


ROUTES = {
    "computed name": "def route(x): return getattr(torch, 'soft' + 'max')(x, -1)",
    "computed method": "def route(x): return getattr(x, 'soft' + 'max')(-1)",
    "eval": "def route(x): return eval('torch.soft' + 'max(x, -1)')",
    "computed import": "def route(x): return getattr(__import__('tor' + 'ch'), 'soft' + 'max')(x, -1)",
    "torch.ops": "def route(x): return getattr(torch.ops.aten, 'soft' + 'max')(x, -1)",
    "torch.ops overload": "def route(x): return getattr(torch.ops.aten, '_soft' + 'max').default(x, -1, False)",
    "redispatch": (
        "KEYS = torch._C.DispatchKeySet(torch._C.DispatchKey.CPU)\n"
        "def route(x): return getattr(torch.ops.aten, '_soft' + 'max').default.redispatch(KEYS, x, -1, False)"
    ),
    "variable functions": "def route(x): return getattr(torch._C._VariableFunctions, 'soft' + 'max')(x, -1)",
    "private function": "def route(x): return getattr(torch, '_soft' + 'max')(x, -1, False)",
    "out variant": (
        "def route(x): return getattr(torch, '_soft' + 'max')(x, -1, False, out=torch.empty_like(x))"
    ),
    "log_softmax": "def route(x): return getattr(torch, 'log_soft' + 'max')(x, -1).exp()",
    "logsumexp": "def route(x): return (x - getattr(torch, 'logsum' + 'exp')(x, -1, True)).exp()",
    "special": "def route(x): return getattr(torch.special, 'soft' + 'max')(x, -1)",
    "module": "def route(x): return getattr(nn, 'Soft' + 'max')(-1)(x)",
    "functional": "def route(x): return getattr(F, 'soft' + 'max')(x, -1)",
    "partial": "def route(x): return functools.partial(getattr(torch, 'soft' + 'max'), dim=-1)(x)",
    "vmap": "def route(x): return torch.vmap(lambda row: getattr(row, 'soft' + 'max')(0))(x)",
    "vmap of the function": "def route(x): return torch.vmap(getattr(torch, 'soft' + 'max'), (0, None))(x, 0)",
    "scripted": (
        "unit = torch.jit.CompilationUnit('def f(x):\\n    return x.soft' + 'max(1)\\n')\n"
        "def route(x): return unit.f(x)"
    ),
    "jit.trace": (
        "def route(x): return torch.jit.trace(lambda t: getattr(t, 'soft' + 'max')(1), x, check_trace=False)(x)"
    ),
    "thread": (
        "def route(x):\n"
        "    found = []\n"
        "    def work():\n"
        "        try: found.append(getattr(torch, 'soft' + 'max')(x, -1))\n"
        "        except BaseException: pass\n"
        "    thread = threading.Thread(target=work); thread.start(); thread.join()"
    ),
    "thread below threading": (
        "def route(x):\n"
        "    done = _thread.allocate_lock(); done.acquire()\n"
        "    def work():\n"
        "        try: getattr(torch, 'soft' + 'max')(x, -1)\n"
        "        except BaseException: pass\n"
        "        done.release()\n"
        "    _thread.start_new_thread(work, ()); done.acquire()"
    ),
    "pool": (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "def route(x):\n"
        "    with ThreadPoolExecutor(1) as pool: return pool.submit(getattr(torch, 'soft' + 'max'), x, -1).result()"
    ),
    "disabled modes": (
        "off = getattr(torch.utils._python_dispatch, '_disable_current' + '_modes')\n"
        "def route(x):\n"
        "    with off(): return getattr(torch, 'soft' + 'max')(x, -1)"
    ),
    "disabled functions": (
        "def route(x):\n"
        "    with getattr(torch._C, 'DisableTorch' + 'Function')(): return getattr(x, 'soft' + 'max')(-1)"
    ),
    "sparse": "def route(x): return getattr(torch.sparse, 'soft' + 'max')(x.to_sparse(), -1).to_dense()",
    "sparse, private": "def route(x): return getattr(torch.ops.aten, '_sparse_soft' + 'max')(x.to_sparse(), -1, False)",
    "own autograd function": (
        "class Own(torch.autograd.Function):\n"
        "    @staticmethod\n"
        "    def forward(ctx, x): return getattr(torch, 'soft' + 'max')(x, -1)\n"
        "def route(x): return Own.apply(x)"
    ),
    "hook": (
        "def route(x):\n"
        "    y = x.requires_grad_() * 1\n"
        "    y.register_hook(lambda g: getattr(torch, 'soft' + 'max')(g, -1))\n"
        "    y.sum().backward()"
    ),
    "below a legal operator": (
        "def route(x):\n"
        "    with torch.autograd.graph.saved_tensors_hooks(lambda t: getattr(t, 'soft' + 'max')(-1), id):\n"
        "        return x.requires_grad_().exp()"
    ),
    "fallback": (
        "def own(x): raise ValueError\n"
        "def route(x):\n"
        "    try: return own(x)\n"
        "    except ValueError: return getattr(torch, 'soft' + 'max')(x, -1)"
    ),
    "swallowed": (
        "def route(x):\n"
        "    try: return getattr(torch, 'soft' + 'max')(x, -1)\n"
        "    except BaseException: return x"
    ),
    "inference mode": (
        "def route(x):\n    with torch.inference_mode(): return getattr(torch, 'soft' + 'max')(x, -1)"
    ),
    "destroyed libraries": (
        "def route(x):\n"
        "    for thing in getattr(gc, 'get_' + 'objects')():\n"
        "        if type(thing).__name__ == 'Library': thing._destroy()\n"
        "    return getattr(torch, 'soft' + 'max')(x, -1)"
    ),
}
NO_LINE = {"pool"}  # only torch's function runs in that thread


@pytest.mark.parametrize("name", ROUTES)
@pytest.mark.filterwarnings("ignore")
def test_a_route_taken_only_in_calls_without_modes_is_a_hit(name: str) -> None:
    """From the fourth call on, which nothing but kernels and guards watches, every route is caught."""
    hits = graded(ROUTES[name] + "\n" + LATE, SOFTMAX)

    assert hits
    lines = (HEAD + ROUTES[name]).count("\n") + 1
    assert all(hit.line is None if name in NO_LINE else 0 < (hit.line or 0) <= lines for hit in hits)


@pytest.mark.parametrize("name", [name for name in ROUTES if name != "disabled functions"])
def test_the_source_shows_none_of_these_routes(name: str) -> None:
    """The routes are ones that the text does not give away, except where it names a dodge."""
    text = HEAD + ROUTES[name].replace(" + ", " + chr(0) + ") + LATE  # names that cannot be folded

    assert not check_source(text, "solve", SOFTMAX)


@pytest.mark.parametrize(
    ("patterns", "body"),
    [
        (SOFTMAX, "return F.cross_entropy(x, torch.tensor([0, 1, 0]))"),
        (SOFTMAX, "return getattr(F, 'cross_' + 'entropy')(x, torch.tensor([0, 1, 0]))"),
        (SOFTMAX, "return torch.ops.aten.cross_entropy_loss(x, torch.tensor([0, 1, 0]))"),
        (SOFTMAX, "return torch._C._nn.cross_entropy_loss(x, torch.tensor([0, 1, 0]))"),
        (SOFTMAX, "return torch.vmap(lambda r: F.cross_entropy(r, torch.tensor(1)))(x)"),
        (SOFTMAX, "return functools.partial(F.cross_entropy, x)(torch.tensor([0, 1, 0]))"),
        (SOFTMAX, "return nn.CrossEntropyLoss()(x, torch.tensor([0, 1, 0]))"),
        (SOFTMAX, "x.requires_grad_(); F.cross_entropy(x, torch.tensor([0, 1, 0])).backward()"),
        (SOFTMAX, "return F.scaled_dot_product_attention(x[None], x[None], x[None])"),
        (("softmax",), "return nn.MultiheadAttention(4, 2)(x, x, x)"),
        (("softmax",), "return nn.MultiheadAttention(4, 2).eval()(x, x, x)"),
        (("softmax",), "return nn.TransformerEncoderLayer(4, 2, 8)(x)"),
        (SOFTMAX, "return torch.distributions.Categorical(logits=x).sample()"),
        (SOFTMAX, "return F.gelu(x), torch.sigmoid(x), F.normalize(x)"),
        (("norm",), "return F.normalize(x), torch.linalg.matrix_rank(x), nn.LayerNorm(4)(x)"),
        (("linalg.vector_norm",), "return x.norm(), torch.norm(x, dim=1)"),
        (("linalg.*",), "nn.utils.clip_grad_norm_([nn.Parameter(x)], 1.0); return x.norm()"),
        (("matmul", "@", "mm", "bmm"), "return nn.Linear(4, 2)(x), torch.einsum('ij,kj->ik', x, x)"),
        (("addmm", "linear"), "return nn.MultiheadAttention(4, 2)(x, x, x)"),
        (("gather",), "return F.nll_loss(x, torch.tensor([0, 1, 0])), x.sort(1), x.median(1), repr(x)"),
        (("where",), "return F.huber_loss(x, x), F.gelu(x), x.nan_to_num()"),
        (("chunk", "split*"), "return nn.LSTM(4, 2)(x), nn.GRU(4, 2)(x)"),
        (("flatten",), "return nn.RNN(4, 2)(x), torch.cosine_similarity(x, x), x.reshape(-1)"),
        (("numpy",), "return x.tolist(), repr(x), torch.tensor(x.tolist()), x.sum().item()"),
        ((".data",), "return nn.Linear(4, 2).double().half(), x.detach()"),
        (("dropout",), "return nn.LSTM(4, 2, 2, dropout=0.5)(x), F.dropout1d(x)"),
        (SOFTMAX, "gc.collect(); return torch.jit.script(nn.Linear(4, 2))(x)"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_no_legal_call_is_a_hit_without_modes(patterns: tuple[str, ...], body: str) -> None:
    """What a legal public call is made of is not held against anyone, called in any way."""
    assert graded(f"def solve(x):\n    {body}\n", patterns) == []


@pytest.mark.parametrize(
    "body", ["x + x[0]", "x.add_(x[0])", "torch.ops.aten.add(x, x[0])", "getattr(x, '__radd__')(x[0])"]
)
def test_unequal_shapes_are_a_hit_without_modes(body: str) -> None:
    """Where `add` must not broadcast, calls that no mode watches are held to it."""
    hits = graded(f"def route(x): return {body}\n{LATE}", (), ("add",))

    assert [hit.name.partition(" of shapes ")[2] for hit in hits] == ["[3, 4] and [4]"]


def test_equal_shapes_and_numbers_are_no_hit_without_modes() -> None:
    """Numbers are no operands with a shape, and legal operators may broadcast inside."""
    body = "return x + 1, True + x, x - 0.5, x + x, x.add_(2), F.layer_norm(x, [4]), F.linear(x, x, x[0, :3])"

    assert graded(f"def solve(x): {body}\n", (), ("add", "sub")) == []


@pytest.mark.parametrize(
    "tampering",
    [
        "l = getattr(torch.library, 'Lib' + 'rary')('aten', 'IMPL'); keep.append(l)\n"
        "        l.impl('_softmax', lambda *a: None, 'CPU')",
        "l = getattr(torch._C, '_dispatch_' + 'library')('IMPL', 'aten', '', '', 0)",
        "keep.append(KERNELS.Kernels(('_softmax',), ANY))",
        "[k.remove() for k in KERNELS.Kernels.all]",
    ],
)
def test_tampering_with_the_kernels_is_a_hit(tampering: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replacing or removing the kernels that watch is found by a guard or at the end of some later call."""
    made: list[kernels.Kernels] = []
    original = kernels.Kernels.__init__

    def noted(self: kernels.Kernels, *args: Any) -> None:
        made.append(self)
        original(self, *args)

    monkeypatch.setattr(kernels.Kernels, "__init__", noted)
    monkeypatch.setattr(kernels.Kernels, "all", made, raising=False)
    monkeypatch.setattr(kernels, "OURS", kernels.OURS)
    rules = Rules(("_softmax",), (), FILENAME)
    rules.install()
    monkeypatch.setattr(kernels, "OURS", "somebody else")
    code = f"def solve():\n    try:\n        {tampering}\n    except BaseException: pass\nsolve()"
    space = {"torch": torch, "KERNELS": kernels, "keep": [], "ANY": rules}
    exec(compile(code, FILENAME, "exec"), space)
    monkeypatch.setattr(kernels, "OURS", "kernels of the grader")

    for _ in range(VERIFY_EVERY * 8):
        rules.verify()

    assert len(rules.hits) == 1
    assert rules.hits[0].name in ("torch.library", "torch.library.Library", "torch._C._dispatch_library")


@pytest.mark.parametrize(
    "line",
    [
        "torch.library.Library('aten', 'IMPL')",
        "torch.library._del_library(x)",
        "torch._C._dispatch_library('IMPL', 'aten', '')",
        "torch._C._dispatch_tls_set_dispatch_key_excluded(x, True)",
        "torch.library.get_kernel('aten::add', 'CPU')",
        "gc.get_objects()",
    ],
)
def test_tampering_is_found_in_the_source(line: str) -> None:
    """Names that only serve to get past the kernels are forbidden where anything is, and only there."""
    text = f"{HEAD}def solve(x):\n    return {line}\n"

    assert [hit.line for hit in check_source(text, "solve", ["softmax"])] == [9]
    assert check_source(text, "solve", []) == ()


def test_honest_names_are_not_tampering() -> None:
    """Collecting garbage and defining an operator of one's own are legal."""
    text = f"{HEAD}def solve(x):\n    gc.collect()\n    return torch.library.custom_op('own::op', x)\n"

    assert check_source(text, "solve", ["softmax"]) == ()


def test_without_kernels_every_call_is_watched_by_the_modes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where kernels cannot be replaced, sampling would leave a gap: the modes are entered for every call."""
    monkeypatch.setattr(kernels, "is_supported", lambda: False)

    hits = graded(ROUTES["computed name"] + "\n" + LATE, SOFTMAX)

    assert [hit.route for hit in hits] == ["call"]


def test_a_stack_that_cannot_be_read_is_no_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without C++ frames nobody can tell a legal operator from a forbidden one: no hit."""
    monkeypatch.setattr(native, "symbols", lambda gathered: [])

    assert graded("def solve(x): return F.cross_entropy(x, torch.tensor([0, 1, 0]))\n", SOFTMAX) == []


def test_kernels_need_a_torch_that_unwinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where torch refuses to read the C++ stack, kernels count as not supported."""

    def refuse(*_: bool) -> None:
        raise RuntimeError("not on this platform")

    monkeypatch.setattr(native, "gather", refuse)

    assert kernels.is_supported.__wrapped__() is False


def test_the_engine_works_for_itself() -> None:
    """A legal operation's derivative may use a forbidden operator."""
    source = "def solve(x): x.requires_grad_(); x.sort(1)[0].sum().backward(); x.max(1)[0].sum().backward()"

    assert graded(source, ("gather", "scatter*", "mul", "expand")) == []


# Answers

x = torch.linspace(-2.0, 2.0, 24).reshape(2, 3, 4)
image = torch.linspace(-1.0, 1.0, 2 * 3 * 8 * 8).reshape(2, 3, 8, 8)
index = torch.tensor([[[0, 1, 1, 0]], [[1, 0, 2, 2]]])
CASES: dict[str, Callable[[torch.Tensor], Any]] = {
    "softmax": lambda t: torch.softmax(t, 1),
    "log_softmax": lambda t: t.log_softmax(-1),
    "logsumexp": lambda t: t.logsumexp((0, 1)),
    "matmul": lambda t: t @ t.mT,
    "bmm": lambda t: torch.bmm(t, t.mT),
    "mm": lambda t: torch.mm(t[0], t[0].T),
    "addmm": lambda t: torch.addmm(t[0, :, :3], t[0], t[0].T, beta=0.5, alpha=2),
    "where": lambda t: (torch.where(t > 0, t, -t), torch.where(t > 0, t, 1.5), torch.where(t > 0)),
    "masked_fill": lambda t: (t.masked_fill(t > 0, 2.5), t.clone().masked_fill_(t > 0, t.sum())),
    "gather": lambda t: t.gather(1, index),
    "take": lambda t: t.take(index),
    "take_along_dim": lambda t: torch.take_along_dim(t, index, 1),
    "index_select": lambda t: t.index_select(2, torch.tensor([0, 3, 3])),
    "kthvalue": lambda t: t.kthvalue(2, 1),
    "topk": lambda t: t.topk(2, -1),
    "median": lambda t: (t.median(), t.median(1)),
    "norm": lambda t: (t.norm(), t.norm(1, dim=1), torch.linalg.vector_norm(t, 3.0)),
    "conv2d": lambda t: F.conv2d(image.to(t), t.reshape(2, 3, 2, 2), t.reshape(-1)[:2], padding=1),
    "max_pool2d": lambda t: F.max_pool2d(image * t.sum(), 3, 2, 1),
    "avg_pool2d": lambda t: F.avg_pool2d(t, 2),
    "adaptive_avg_pool2d": lambda t: F.adaptive_avg_pool2d(t, 2),
    "batch_norm": lambda t: (F.batch_norm(t, None, None, training=True), torch.nn.BatchNorm1d(3).to(t)(t)),
    "dropout": lambda t: F.dropout(t, 0.5),
    "one_hot": lambda t: F.one_hot((t.detach() > 0).long(), 3),
    "round": lambda t: (t.round(), t.round(decimals=1), t.clone().round_()),
    "flatten": lambda t: (t.flatten(), t.flatten(1)),
    "chunk": lambda t: t.chunk(2, 1),
    "split": lambda t: (*torch.split(t, 2, 1), *torch.split(t, [1, 2], 1), *torch.split(t, 1)),
    "add": lambda t: (t + 1, 1 + t, t + 0.1, t.add(t, alpha=2), t + t[0], t.clone().add_(True), t + 1j),
    "sub": lambda t: (t - 0.1, 0.1 - t, t.sub(2, alpha=3), t - t[0]),
    "mul": lambda t: (t * 0.1, 3 * t, t * t),
    "div": lambda t: (t / 3, 1 / (t + 9), torch.div(t, 0.3, rounding_mode="floor")),
    "pow": lambda t: (t**2, 2**t, (t + 9) ** 0.3),
    "broadcast_to": lambda t: t.broadcast_to(5, 2, 3, 4),
    "broadcast_tensors": lambda t: torch.broadcast_tensors(t, t[0]),  # type: ignore[no-untyped-call]
    "binary_cross_entropy*": lambda t: (
        F.binary_cross_entropy(t.sigmoid(), torch.ones_like(t)),
        F.binary_cross_entropy_with_logits(t, torch.ones_like(t)),
    ),
    "cross_entropy": lambda t: F.cross_entropy(t, torch.tensor([[0, 1, 2, 0], [2, 1, 0, 0]])),
    "sigmoid": lambda t: t.sigmoid(),
    "cumsum": lambda t: t.cumsum(1),
}


def leaves(value: Any) -> list[torch.Tensor]:
    """Return the tensors in a value."""
    if isinstance(value, torch.Tensor):
        return [value]
    return [leaf for item in value for leaf in leaves(item)] if isinstance(value, tuple | list) else []


def plain(value: torch.Tensor) -> torch.Tensor:
    """Return the bytes of a tensor's elements, in their order."""
    value = value.detach().contiguous().resolve_conj()
    return value.reshape(-1).view(torch.uint8)


def outcome(case: Callable[[torch.Tensor], Any], dtype: torch.dtype) -> list[tuple[object, ...]]:
    """Return everything there is to see of the answers and of the gradient."""
    torch.manual_seed(0)
    t = x.to(dtype).requires_grad_()
    answers = leaves(case(t))
    total = sum((a.abs().double().sum() for a in answers if a.requires_grad), torch.zeros(()))
    gradient = torch.autograd.grad(total, t)[0] if total.requires_grad else torch.zeros(())
    return [
        (a.dtype, a.shape, a.stride(), a.grad_fn and a.grad_fn.name(), plain(a).tolist())
        for a in [*answers, gradient]
    ]


@pytest.mark.parametrize("pattern", CASES)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.filterwarnings("ignore")
def test_answers_and_gradients_are_the_same_bits(pattern: str, dtype: torch.dtype) -> None:
    """With a kernel in front, values, strides, graph and gradients are those of torch."""
    expected = outcome(CASES[pattern], dtype)
    asked: list[str] = []
    front = installed(pattern, asked)

    found = outcome(CASES[pattern], dtype)

    front.remove()
    assert found == expected
    assert asked


def installed(pattern: str, asked: list[str]) -> kernels.Kernels:
    """Put kernels in front that note that they were asked."""

    class Noting:
        def suspects(self, base: str, *_: Any) -> None:
            asked.append(base)

        def settle(self, *_: Any) -> None:
            raise AssertionError(pattern)

    covers = Patterns((pattern,)).covers_operator
    return kernels.Kernels(filter(covers, native.operator_names()), Noting())


@pytest.mark.parametrize("number", [2, 0.1, True, 1 + 2j, -3])
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16, torch.int32, torch.uint8, torch.bool])
@pytest.mark.parametrize("shape", [(), (3,)])
@pytest.mark.filterwarnings("ignore")
def test_numbers_take_part_in_promotion_as_numbers(
    number: complex, dtype: torch.dtype, shape: tuple[int, ...]
) -> None:
    """A Python number beside a tensor gives the dtype and the rounding that torch gives it."""
    t = torch.ones(shape).mul(1.7).to(dtype)

    def answers() -> list[torch.Tensor]:
        return [t + number, number + t, t * number, torch.where(t > 0, t, number), torch.add(t, other=number)]

    expected = answers()
    fronts = [installed(name, []) for name in ("add", "mul", "where")]
    found = answers()
    for front in fronts:
        front.remove()

    assert [a.dtype for a in found] == [a.dtype for a in expected]
    assert [plain(a).tolist() for a in found] == [plain(a).tolist() for a in expected]


def test_removed_kernels_leave_nothing_behind() -> None:
    """After `remove`, torch's account of the operator is what it was."""
    before = kernels.dump("aten::_softmax")
    front = kernels.Kernels(("_softmax",), Rules((), (), FILENAME))
    changed = kernels.dump("aten::_softmax")
    front.remove()

    assert "kernels of the grader" in changed
    assert kernels.dump("aten::_softmax") == before


def test_composite_operators_are_replaced_as_composites() -> None:
    """An operator that autograd sees through keeps no kernel of a backend's own."""
    assert {place.key for place in kernels.places("flatten")} == {
        "CompositeImplicitAutograd",
        "FuncTorchBatched",
    }
    assert {place.key for place in kernels.places("split") if place.name == "aten::split.Tensor"} == {"CPU"}
    assert "SparseCPU" in {place.key for place in kernels.places("_sparse_softmax")}
    assert kernels.places("convolution_backward") == ()


@pytest.mark.parametrize(
    ("symbol", "operator"),
    [
        ("at::_ops::log_softmax_int::call(at::Tensor const&, long)", "log_softmax"),
        ("at::_ops::add__Tensor::redispatch(c10::DispatchKeySet)", "add_"),
        ("at::native::cross_entropy_loss_symint(at::Tensor const&)", "cross_entropy_loss"),
        ("at::native::some_helper(at::Tensor const&)", ""),
        ("torch::autograd::Engine::execute()", ""),
        ("_PyEval_EvalFrameDefault", ""),
    ],
)
def test_a_symbol_names_its_operator(symbol: str, operator: str) -> None:
    """C++ names of overloads and of native functions are traced back to the operator."""
    assert native.operator_of(symbol) == operator


def test_the_outermost_operator_of_each_run_counts() -> None:
    """Between two runs of the interpreter the operator that was called first is the one further out."""
    python = "_PyEval_EvalFrameDefault"
    stack = ["gather", python, "at::_ops::_softmax::call", "at::_ops::softmax_int::call", python, "f", python,
             "at::_ops::exp::call", python]  # fmt: skip

    assert native.outermost_operators(stack, 1) == ["softmax"]
    assert native.outermost_operators(stack, 2) == ["softmax"]
    assert native.outermost_operators(stack, 3) == ["softmax", "exp"]


def test_a_hit_names_the_operator_and_the_line() -> None:
    """A hit by a kernel says which operator, and the submission's own line."""
    source = (
        "def helper(x):\n    return getattr(x, 'soft' + 'max')(-1)\ndef route(x):\n    return helper(x)\n"
    )

    hits = graded(source + LATE, SOFTMAX)

    assert hits == [m.Hit("aten::softmax", "operator", 9)]
    assert isinstance(Hit("aten::softmax", "operator", 9), Hit)
