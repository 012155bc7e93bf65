"""Forbidden operations at run time: every route is a hit, and no legal public call is."""

from __future__ import annotations

import contextlib
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest
import torch
from rules_of_process import put_back

from grader.runner.forbidden import Rules
from grader.runner.fronts import ForbiddenOperation, Hit
from grader.runner.trace import OpTrace

FILENAME = "student_file.py"
HEAD = """
import functools, operator
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor
x = torch.arange(12.0).reshape(3, 4)
i = torch.zeros(3, 2, dtype=torch.long)
image = torch.randn(2, 3, 32, 32)
target = torch.zeros(3, 4)
labels = torch.zeros(3, dtype=torch.long)
"""
# The run-time lists of the six mandatory exercises.
BROADCASTING_ADD = ("broadcast_tensors", "broadcast_to", "broadcast_shapes")
GATHER = ("gather", "take_along_dim", "take", "numpy")
XAVIER_INIT = ("nn.init.xavier_*", "nn.init._*")
CONV_OUTPUT_SIZE = ("F.conv*", "F.*_pool*", "nn.Conv*", "nn.*Pool*")
FOCAL_LOSS = ("F.binary_cross_entropy*", "nn.BCE*", "torchvision.ops")
LENET_FORWARD = ("torchvision.models",)


@pytest.fixture(scope="module", autouse=True)
def imported() -> None:
    """Import what the first use of vmap imports; a zygote has done so before any submission runs."""
    torch.vmap(torch.sin)(torch.ones(1))


@pytest.fixture(autouse=True)
def pristine() -> Iterator[None]:
    """Put back what `Rules.install` replaces for the rest of the process."""
    with put_back():
        yield


def play(code: str, patterns: tuple[str, ...], equal_shapes: tuple[str, ...] = (), **names: Any) -> list[Hit]:
    """Run code as a submission under its rules, with both modes; return the hits."""
    rules = Rules(patterns, equal_shapes, FILENAME)
    rules.install()
    space: dict[str, Any] = {"__name__": "submission", **names}
    exec(compile(textwrap.dedent(HEAD), "<head>", "exec"), space)
    with contextlib.suppress(ForbiddenOperation), rules.function_mode(), OpTrace(rules.operator_check()):
        exec(compile(textwrap.dedent(code), FILENAME, "exec"), space)
    return rules.hits


@pytest.mark.parametrize(
    "code",
    [
        "torch.gather(x, 1, i)",
        "x.gather(1, i)",
        "x.gather(dim=1, index=i)",
        "torch.Tensor.gather(x, 1, i)",
        "torch._C.TensorBase.__dict__['gather'](x, 1, i)",
        "torch._C._VariableFunctions.gather(x, 1, i)",
        "torch.ops.aten.gather(x, 1, i)",
        "torch.ops.aten.gather.default(x, 1, i)",
        "getattr(x, 'gat' + 'her')(1, i)",
        "functools.partial(torch.gather, x, 1)(i)",
        "operator.methodcaller('gather', 1, i)(x)",
        "list(map(torch.gather, [x], [1], [i]))",
        "exec('torch.gather(x, 1, i)')",
        "torch.vmap(lambda row, j: row.gather(0, j))(x, i)",
        "torch.vmap(torch.gather, in_dims=(0, None, 0))(x, 0, i)",
        "with torch.inference_mode(): x.gather(1, i)",
        "with torch.no_grad(): x.gather(1, i)",
        "torch.no_grad()(torch.gather)(x, 1, i)",
        "with torch._C.DisableTorchFunction(): torch.gather(x, 1, i)",
        "with torch._C.DisableTorchFunctionSubclass(): torch.gather(x, 1, i)",
        "x.requires_grad_().gather(1, i)",
        "torch.take_along_dim(x, i, 1)",
        "x.take_along_dim(i, 1)",
        "torch.take(x, i)",
        "x.numpy()",
        "np.asarray(x)",
        "np.array(x)",
        "np.stack([x, x])",
        "np.eye(3)",
        "torch.from_numpy(five)",
        "from torch import from_numpy as bridge\nbridge(five)",
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_route_to_gather_is_a_hit(code: str) -> None:
    """The list of the exercise gather catches each alias, wherever the call comes from."""
    import numpy as np

    hits = play(code, GATHER, five=np.zeros(5))

    assert hits
    assert hits[0].line in (1, 2)


def test_scripted_functions_are_seen_through() -> None:
    """What a scripted function does is seen at the dispatcher; torch turns the exception into its own."""
    scripted = torch.jit.CompilationUnit("def f(x, i):\n    return x.gather(1, i)\n").f

    hits = play("try:\n    f(x, i)\nexcept RuntimeError:\n    pass", GATHER, f=scripted)

    assert hits == [Hit("aten::gather", "operator", 2)]


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("matmul", "x @ x.T"),
        ("@", "x @ x.T"),
        ("@", "x.__matmul__(x.T)"),
        ("@", "y = x[:, :3].clone()\ny @= y"),
        ("@", "[1.0] * 3 @ x.T if False else x.T.__rmatmul__(x)"),
        ("add", "x + 1"),
        ("add", "1 + x"),
        ("add", "x += 1"),
        ("add", "x.add_(1)"),
        ("add", "sum([x, x])"),
        ("add", "torch._foreach_add([x], [x])"),
        ("sub", "1 - x"),
        ("softmax", "F.softmax(x, -1)"),
        ("softmax", "x.softmax(-1)"),
        ("softmax", "torch.special.softmax(x, -1)"),
        ("softmax", "torch._softmax(x, -1, False)"),
        ("softmax", "torch.ops.aten._softmax(x, -1, False)"),
        ("softmax", "nn.Softmax(-1)(x)"),
        ("softmax", "nn.Sequential(nn.Softmax(-1))(x)"),
        ("log_softmax", "nn.LogSoftmax(-1)(x)"),
        ("F.cross_entropy", "nn.CrossEntropyLoss()(x, labels)"),
        ("F.cross_entropy", "F.cross_entropy(x, labels)"),
        ("F.cross_entropy", "with torch.inference_mode(): F.cross_entropy(x, labels)"),
        ("F.cross_entropy", "with torch._C.DisableTorchFunction(): F.cross_entropy(x, labels)"),
        ("F.binary_cross_entropy*", "F.binary_cross_entropy_with_logits(x, target)"),
        ("F.binary_cross_entropy*", "nn.BCEWithLogitsLoss()(x, target)"),
        ("F.binary_cross_entropy*", "torch.binary_cross_entropy_with_logits(x, target)"),
        ("nn.BCE*", "class Loss(nn.BCELoss): pass\nLoss()"),
        ("F.conv*", "F.conv2d(image, torch.ones(1, 3, 2, 2))"),
        ("F.conv*", "torch.conv2d(image, torch.ones(1, 3, 2, 2))"),
        ("F.conv*", "nn.Conv2d(3, 1, 2)"),
        ("F.conv*", "nn.LazyConv2d(1, 2)"),
        (
            "F.conv*",
            "torch.convolution(image, torch.ones(1, 3, 2, 2), "
            "None, [1, 1], [0, 0], [1, 1], False, [0, 0], 1)",
        ),
        ("F.*_pool*", "F.max_pool2d(image, 2)"),
        ("F.*_pool*", "nn.MaxPool2d(2)"),
        ("F.max_pool*", "F.max_pool2d(image, 2, return_indices=True)"),
        ("F.max_pool*", "torch._C._nn.max_pool2d_with_indices(image, 2)"),
        ("F.batch_norm", "nn.BatchNorm2d(3)(image)"),
        ("F.layer_norm", "torch.native_layer_norm(x, [4], None, None, 1e-5)"),
        ("F.one_hot", "F.one_hot(i)"),
        ("eye", "torch.eye(3)"),
        ("np.eye", "np.eye(3)"),
        ("round", "np.round(1.5)"),
        ("F.linear", "nn.Linear(4, 1)(x)"),
        ("F.kl_div", "torch.kl_div(x, x)"),
        ("flatten", "nn.Flatten()"),
        ("norm", "x.norm()"),
        ("linalg.*", "torch.linalg.vector_norm(x, 2)"),
        ("split*", "x.split(2)"),
        ("torch.broadcast_shapes", "torch.broadcast_shapes((1,), (3,))"),
        ("np.broadcast*", "np.broadcast_to(1, (3,))"),
        ("F.logsigmoid", "nn.LogSigmoid()(x)"),
        ("F.logsigmoid", "torch.ops.aten.log_sigmoid_forward(x)"),
        ("dropout*", "nn.Dropout(0.5)"),
        (".data", "x.data"),
        (".data", "x.data = x"),
        ("nn.init.xavier_*", "nn.init.xavier_uniform_(x)"),
        ("nn.init.xavier_*", "getattr(nn.init, 'xavier_' + 'normal_')(x)"),
        ("nn.init.xavier_*", "from torch.nn.init import xavier_normal_ as fill\nfill(x)"),
        ("nn.init._*", "nn.init._no_grad_uniform_(x, 0, 1)"),
        ("nn.init.kaiming_*", "nn.init.kaiming_uniform_(x)"),
        ("torch.optim", "torch.optim.SGD([x.requires_grad_()], 0.1)"),
        ("torch.optim", "from torch.optim.sgd import SGD\nSGD([x.requires_grad_()], 0.1)"),
        ("autograd", "x.requires_grad_().sum().backward()"),
        ("autograd", "torch.autograd.grad(x.requires_grad_().sum(), [x])"),
        ("autograd", "torch.func.grad(torch.sum)(x)"),
        ("torch.func", "torch.func.jacrev(torch.sin)(x)"),
        ("autograd.functional", "torch.autograd.functional.jacobian(torch.sin, x)"),
        ("autograd.grad", "torch.autograd.grad(x.requires_grad_().sum(), [x])"),
        ("nn.utils.clip_grad*", "nn.utils.clip_grad_norm_([nn.Parameter(x)], 1.0)"),
        ("torch.utils.data", "torch.utils.data.DataLoader([1, 2])"),
        ("torch.utils.data", "torch.utils.data.random_split([1, 2], [1, 1])"),
        ("distributions", "torch.distributions.Normal(0.0, 1.0)"),
        ("pickle", "import pickle\npickle.dumps(1)"),
        ("weights_only=False", "torch.load('nowhere', weights_only=False)"),
        ("gather", "torch.utils._python_dispatch._disable_current_modes()"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_the_pattern_language_serves_every_list(pattern: str, code: str) -> None:
    """Functions, methods, operators, in-place forms, classes, private doors and modules are all caught."""
    assert play(code, (pattern,))


@pytest.mark.parametrize(
    ("patterns", "code"),
    [
        (GATHER, "x[torch.arange(3)[:, None], i]; x.sort(1); x.topk(2); x.index_select(0, labels)"),
        (GATHER, "F.one_hot(labels); x.scatter(1, i, x); F.cross_entropy(x, labels); x.median(1)"),
        (GATHER, "x.tolist(); x.sum().item(); repr(x); torch.tensor([1.0]); np.float64; x.cumsum(0)"),
        (GATHER, "torch.multinomial(x + 1, 2); nn.Embedding(3, 4)(i); x.kthvalue(1); x.quantile(0.5, dim=1)"),
        (GATHER, "y = x.requires_grad_(); y.max(1).values.sum().backward(); y.sort(1)[0].sum().backward()"),
        (GATHER, "torch.nested.nested_tensor([x]); x.unfold(0, 2, 1); torch.cdist(x, x); x.mode(1)"),
        (GATHER, "import copy; copy.deepcopy(nn.Linear(2, 2)); torch.utils.data.DataLoader(x)"),
        (BROADCASTING_ADD, "x + x; x + 1; x.expand(2, 3, 4); x[None].add(x); torch.where(x > 0, x, x[0])"),
        (
            BROADCASTING_ADD,
            "torch.distributions.Normal(x, x + 1.0); "
            "F.mse_loss(x, x); torch.meshgrid(x[0], x[0], indexing='ij')",
        ),
        (XAVIER_INIT, "nn.Linear(3, 2); nn.Conv2d(3, 2, 1); nn.init.uniform_(x); nn.init.normal_(x)"),
        (
            XAVIER_INIT,
            "nn.MultiheadAttention(4, 2); nn.Transformer(8, 2, 1, 1, 8); nn.GRU(2, 3); nn.Bilinear(2, 2, 2)",
        ),
        (
            XAVIER_INIT,
            "nn.init.kaiming_normal_(x); nn.init.orthogonal_(x); nn.init.trunc_normal_(x); nn.init.zeros_(x)",
        ),
        (
            XAVIER_INIT,
            "x.uniform_(-1, 1); x.normal_(); w = nn.Parameter(x)\nwith torch.no_grad(): w.uniform_()",
        ),
        (
            ("nn.init.kaiming_*", "nn.init._*"),
            "nn.Linear(3, 2); nn.Conv2d(3, 2, 1); nn.init.xavier_uniform_(x)",
        ),
        (
            CONV_OUTPUT_SIZE,
            "import math; math.floor(7 / 2); -(-7 // 2); torch.div(7, 2, rounding_mode='floor')",
        ),
        (
            CONV_OUTPUT_SIZE,
            "F.unfold(image, 2); image.unfold(2, 2, 1); nn.Linear(2, 2); torch.meshgrid(x[0], indexing='ij')",
        ),
        (FOCAL_LOSS, "F.logsigmoid(x); F.softplus(x); torch.sigmoid(x).log(); nn.LogSigmoid()(x)"),
        (
            FOCAL_LOSS,
            "F.cross_entropy(x, labels); nn.NLLLoss()(x.log_softmax(1), labels); "
            "F.kl_div(x, x, reduction='sum')",
        ),
        (FOCAL_LOSS, "y = x.requires_grad_(); F.logsigmoid(y).sum().backward(); x.where(x > 0, -x)"),
        (
            LENET_FORWARD,
            "nn.Conv2d(3, 6, 5)(image); nn.Sequential(nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2))(image)",
        ),
        (
            LENET_FORWARD,
            "net = nn.Linear(2, 2); net.load_state_dict(net.state_dict()); "
            "torch.optim.SGD(net.parameters(), 0.1)",
        ),
        (
            ("softmax", "log_softmax", "logsumexp", "softmin"),
            "F.cross_entropy(x, labels); x.exp() / x.exp().sum(1, keepdim=True)",
        ),
        (("softmax",), "nn.MultiheadAttention(4, 2)(x, x, x); F.gumbel_softmax(x); x.log_softmax(1)"),
        (
            ("matmul", "@", "mm", "bmm", "dot"),
            "nn.Linear(4, 2)(x); F.cosine_similarity(x, x); nn.GRU(4, 2)(x); torch.cdist(x, x)",
        ),
        (("F.linear", "nn.Linear", "addmm"), "x @ x.T; nn.MultiheadAttention(4, 2)(x, x, x); x.mm(x.T)"),
        (
            ("where", "masked_fill*", "masked_scatter*"),
            "F.huber_loss(x, x); x.nan_to_num(); x.clamp(0); x.nanmean()",
        ),
        (
            ("norm", "linalg.*", "dist", "cdist", "renorm"),
            "F.normalize(x); x.pow(2).sum().sqrt(); nn.LayerNorm(4)(x)",
        ),
        ((".data",), "nn.Linear(2, 2).double(); x.detach(); torch.utils.data.TensorDataset(x)"),
        (
            ("autograd", "torch.func"),
            "torch.no_grad()\nwith torch.no_grad(): x.exp()\n@torch.no_grad()\ndef f(): pass\nf()",
        ),
        (("torch.func",), "torch.vmap(torch.sin)(x); x.requires_grad_().sum().backward()"),
        (("autograd.functional", "torch.func", "autograd.grad"), "x.requires_grad_().sum().backward()"),
        (("torch.optim",), "x.requires_grad_().sum().backward(); x.detach().sub_(1)"),
        (
            ("pickle", "weights_only=False"),
            "import io; b = io.BytesIO(); torch.save({'a': x}, b); b.seek(0); torch.load(b)",
        ),
        (("pickle",), "import copy; copy.deepcopy({'a': x}); copy.copy(nn.Linear(2, 2))"),
        (
            ("chunk", "split*", "tensor_split", "unsafe_*"),
            "x.unbind(); nn.LSTM(4, 2)(x); x.narrow(0, 0, 1); 'a,b'.split(',')",
        ),
        (
            ("flatten", "nn.Flatten"),
            "x.reshape(-1); x.view(-1); nn.utils.parameters_to_vector([x]); x.ravel()",
        ),
        (("round",), "round(1.5); x.floor(); x.trunc(); repr(x)"),
        (
            ("F.dropout*", "nn.Dropout*"),
            "nn.TransformerEncoderLayer(4, 2) if False else torch.bernoulli(x / 12); nn.LSTM(4, 2)",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_no_legal_public_call_is_a_hit(patterns: tuple[str, ...], code: str) -> None:
    """A public call that is not forbidden is legal, whatever it is made of inside."""
    assert play(code, patterns) == []


@pytest.mark.parametrize(
    ("code", "shapes"),
    [
        ("x[:, :1] + x[0]", "[3, 1] and [4]"),
        ("x.add(x[0])", "[3, 4] and [4]"),
        ("x.add_(x[0])", "[3, 4] and [4]"),
        ("x += x[0]", "[3, 4] and [4]"),
        ("torch.add(x, other=x[0])", "[3, 4] and [4]"),
        ("x + x[0, 0]", "[3, 4] and []"),
        ("x - x[0]", "[3, 4] and [4]"),
        ("torch.subtract(x, x[0])", "[3, 4] and [4]"),
        ("x.__rsub__(x[0])", "[3, 4] and [4]"),
        ("torch.rsub(x, x[0])", "[3, 4] and [4]"),
        ("torch._foreach_add([x, x], [x, x[0]])", "[3, 4] and [4]"),
        ("torch.addcmul(x, x[0], x[0])", "[3, 4] and [4]"),
        ("torch.ops.aten.add.Tensor(x, x[0])", "[3, 4] and [4]"),
        ("sum([x, x[0]])", "[3, 4] and [4]"),
        ("with torch.no_grad(): x + x[0]", "[3, 4] and [4]"),
        ("with torch._C.DisableTorchFunction(): x + x[0]", "[3, 4] and [4]"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_adding_tensors_of_different_shapes_is_a_hit(code: str, shapes: str) -> None:
    """Where add and sub must not broadcast, any way of adding unequal shapes is named with its shapes."""
    hits = play(code, BROADCASTING_ADD, ("add", "sub"))

    assert [hit.name.partition(" of shapes ")[2] for hit in hits] == [shapes]
    assert hits[0].route == "operator"


@pytest.mark.parametrize(
    "code",
    [
        "x + x; x - x; x + 1; 1 - x; x.add(2.5, alpha=2); x += 1; True + x",
        "x + x[0].expand(3, 4); x[:0] + x[:0]; x[0, 0] + x[0, 0]; x * x[0]",
        "torch._foreach_add([x, x[0]], [x, x[0]]); torch._foreach_add([x, x[0]], 1.0)",
        "nn.Linear(4, 2)(x); F.layer_norm(x, [4]); x.var(0); "
        "torch.linspace(0, 1, 5); F.cross_entropy(x, labels)",
        "y = x[0].requires_grad_(); (x * y).sum().backward()",
        "a = nn.Parameter(x); opt = torch.optim.Adam([a]); a.sum().backward(); opt.step()",
        "F.conv2d(image, torch.ones(1, 3, 2, 2), torch.ones(1)); nn.BatchNorm2d(3)(image)",
    ],
)
def test_equal_shapes_numbers_and_inner_work_may_add(code: str) -> None:
    """Python numbers, equal shapes and what legal calls do inside are not held against anyone."""
    assert play(code, BROADCASTING_ADD, ("add", "sub")) == []


def test_a_swallowed_hit_is_kept() -> None:
    """Catching the exception does not undo the hit, and ``except Exception`` does not even catch it."""
    bare = "try:\n    x.gather(1, i)\nexcept BaseException:\n    pass\nx.sum()"
    polite = "try:\n    x.gather(1, i)\nexcept Exception:\n    x = None"

    assert play(bare, GATHER) == [Hit("torch.Tensor.gather", "call", 2)]
    assert play(polite, GATHER) == [Hit("torch.Tensor.gather", "call", 2)]


def test_the_exception_carries_the_hit() -> None:
    """The exception that stops the submission holds the hit that is recorded."""
    rules = Rules(GATHER, (), FILENAME)
    x, i = torch.zeros(2, 2), torch.zeros(2, 1, dtype=torch.long)

    with pytest.raises(ForbiddenOperation) as stopped, rules.function_mode():
        exec(compile("\nx.gather(1, i)", FILENAME, "exec"), {"x": x, "i": i})

    assert stopped.value.hit == Hit("torch.Tensor.gather", "call", 2)
    assert rules.hits == [stopped.value.hit]


def test_the_line_is_the_innermost_of_the_submission() -> None:
    """A hit points at the submission's own line nearest to the operation."""
    code = "def helper(t):\n    return torch.vmap(torch.gather, in_dims=(0, None, 0))(t, 0, i)\n\nhelper(x)"

    assert [hit.line for hit in play(code, GATHER)] == [2]


def test_own_backward_passes_are_the_submissions_code() -> None:
    """What a custom backward does is judged, what the engine does for a legal operation is not."""
    code = """
    class Own(torch.autograd.Function):
        @staticmethod
        def forward(ctx, t): return t * 2
        @staticmethod
        def backward(ctx, g): return torch._C._VariableFunctions.gather(g, 1, i.new_zeros(3, 4))
    Own.apply(x.requires_grad_()).sum().backward()
    """

    assert [hit.line for hit in play(code, GATHER)] == [6]


def test_a_legal_call_does_not_cover_what_it_calls_back() -> None:
    """A hook that a legal public call runs is the submission's own code."""
    code = "x.requires_grad_().register_hook(lambda g: g.gather(1, i))\n(x * 1).sum().backward()"

    assert play(code, GATHER)


def test_threads_are_watched() -> None:
    """Modes are per thread; threads that the submission starts enter their own."""
    code = """
    import threading
    def work():
        try:
            x.gather(1, i)
        except BaseException:
            pass
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    """

    assert play(code, GATHER) == [Hit("torch.Tensor.gather", "call", 5)]


def test_other_peoples_use_is_no_hit() -> None:
    """What the runner itself does with tensors, outside the submission, is not held against it."""
    rules = Rules(GATHER, (), FILENAME)
    rules.install()

    with rules.function_mode(), OpTrace(rules.operator_check()):
        answer = torch.zeros(2, 2).gather(1, torch.zeros(2, 1, dtype=torch.long)).numpy()

    assert answer.shape == (2, 1)
    assert rules.hits == []


def test_nothing_forbidden_changes_nothing() -> None:
    """Without patterns nothing is replaced and nothing is a hit."""
    before = torch.from_numpy

    assert play("x.gather(1, i); np.eye(3); x.numpy()", ()) == []
    assert torch.from_numpy is before


def test_a_forbidden_module_cannot_be_imported_under_a_computed_name(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module that is not loaded yet is guarded at its import."""
    (tmp_path / "torchmetrics.py").write_text("VALUE = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))

    hits = play("import importlib\nimportlib.import_module('torch' + 'metrics')", ("torchmetrics",))

    assert [(hit.name, hit.line) for hit in hits] == [("torchmetrics", 2)]
