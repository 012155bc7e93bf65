"""The pattern language of ``forbidden``: which public names, and which ATen operators, a list covers.

A name without a dot (or behind ``F.``, ``nn.functional.`` or ``torch.``) is a function: it covers every
function, method, operator, in-place form, NumPy twin, ``nn`` class and ATen operator of that name. Any
other dotted name covers the dotted names that contain it, and what lies below: ``nn.init._*``,
``autograd.functional``, ``optim``. ``.data`` is an attribute of a tensor, ``@`` an operator, and
``weights_only=False`` an argument.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import lru_cache

LIBRARIES = frozenset(
    {"torch", "numpy", "scipy", "sklearn", "torchvision", "torchaudio", "torchmetrics", "functorch"}
)
OPERATORS = {
    "@": "matmul", "+": "add", "-": "sub", "*": "mul", "/": "div", "//": "floor_divide",
    "%": "remainder", "**": "pow", "&": "bitwise_and", "|": "bitwise_or", "^": "bitwise_xor",
    "~": "bitwise_not",
}  # fmt: skip
DUNDERS = {
    "truediv": "div", "floordiv": "floor_divide", "mod": "remainder", "and": "bitwise_and",
    "or": "bitwise_or", "xor": "bitwise_xor", "invert": "bitwise_not",
}  # fmt: skip
# One public name that stands for several routes to the same thing.
FAMILIES = {
    "numpy": ("torch.from_numpy", "Tensor.__array__", "Tensor.__dlpack__"),
    "autograd": (
        "Tensor.backward", "func.grad", "func.grad_and_value", "func.vjp", "func.jvp", "func.jac*",
        "func.hessian", "func.linearize",
    ),
}  # fmt: skip
# These live in torch.autograd but differentiate nothing.
HARMLESS = re.compile(
    r"torch\.autograd\.((grad_mode\.)?(no_grad|enable_grad|set_grad_enabled|inference_mode)|grad_mode)"
)
# Ways to switch the watching modes off; forbidden whenever anything is.
DODGES = (
    "_disable_current_modes", "_pop_mode", "_pop_mode_temporarily", "_pop_torch_dispatch_stack",
    "_pop_torch_function_stack", "DisableTorchFunction", "_DisableTorchDispatch",
)  # fmt: skip
# Ways to replace the kernels that watch, to find them, or to pass them by; forbidden whenever anything is.
TAMPERING = (
    "library.Library", "library.impl", "library.register_kernel", "library.register_torch_dispatch",
    "library.get_kernel", "_scoped_library", "_del_library", "_dispatch_library", "_dispatch_call_boxed",
    "_dispatch_get_computed_kernel_for_dispatch_key", "_dispatch_tls_set_*", "_ExcludeDispatchKeyGuard",
    "_ForceDispatchKeyGuard", "_SetExcludeDispatchKeyGuard", "_IncludeDispatchKeyGuard",
    "gc.get_objects", "gc.get_referrers", "gc.get_referents",
)  # fmt: skip
# Ways to look on while the watch decides; forbidden to the submission itself, not to a debugger it calls.
LOOKING_ON = (
    "sys.settrace", "sys.setprofile", "sys._current_frames", "sys._current_exceptions", "sys.addaudithook",
    "threading.settrace", "threading.setprofile",
)  # fmt: skip
# Public function -> ATen operators that only it (and its aliases) reaches. An operator that legal functions
# share (``gather`` below take_along_dim, ``addmm`` below linear) is left out: it must be forbidden itself.
LEAVES = {
    "softmax": ("_softmax", "_safe_softmax", "_sparse_softmax", "_masked_softmax", "special_softmax"),
    "log_softmax": ("_log_softmax", "_sparse_log_softmax", "special_log_softmax"),
    "logsumexp": ("special_logsumexp",),
    "sub": ("rsub",),
    "cross_entropy": ("cross_entropy_loss", "nll_loss_forward", "nll_loss2d_forward"),
    "nll_loss": ("nll_loss_nd", "nll_loss2d", "nll_loss_forward", "nll_loss2d_forward"),
    "logsigmoid": ("log_sigmoid", "log_sigmoid_forward"),
    "prelu": ("_prelu_kernel",),
    "norm": ("linalg_vector_norm", "linalg_matrix_norm"),
    "cdist": ("_cdist_forward", "_euclidean_dist"),
    "dropout": ("native_dropout",),
    "unfold": ("im2col",),
    "fold": ("col2im",),
    "interpolate": ("upsample_nearest2d", "upsample_bilinear2d", "upsample_bicubic2d"),
    "max_pool2d": ("max_pool2d_with_indices", "mkldnn_max_pool2d"),
    "max_pool3d": ("max_pool3d_with_indices", "mkldnn_max_pool3d"),
    "adaptive_avg_pool2d": ("_adaptive_avg_pool2d",),
    "adaptive_avg_pool3d": ("_adaptive_avg_pool3d",),
    "layer_norm": ("native_layer_norm",),
    "group_norm": ("native_group_norm",),
    "batch_norm": ("native_batch_norm", "_native_batch_norm_legit", "_batch_norm_impl_index"),
    **{
        f"conv{transposed}{n}d": ("convolution", "_convolution", "mkldnn_convolution", "cudnn_convolution")
        for transposed in ("", "_transpose")
        for n in (1, 2, 3)
    },
}
# ATen operator -> public functions whose leaf it is.
USERS = {
    leaf: frozenset(name for name, leaves in LEAVES.items() if leaf in leaves)
    for leaf in {leaf for leaves in LEAVES.values() for leaf in leaves}
}
PACKAGES = re.compile(r"^(linalg|special|fft)_")
# nn classes whose name does not say which function they call.
CLASSES = {
    "BCELoss": "binary_cross_entropy",
    "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
    "Upsample": "interpolate",
}
REWRITES = (
    (re.compile(r"\.__(get|set|delete|call|func)__$"), ""),
    (re.compile(r"^(torch\.ops\.)?aten\.(\w+)(\..*)?$"), r"torch.ops.aten.\2"),
    (re.compile(r"^torch\.(_C\._VariableFunctions(Class)?|_VF|functional)\."), "torch."),
    (re.compile(r"^torch\.(_C\._?TensorBase|_tensor\.Tensor)\."), "torch.Tensor."),
    (re.compile(r"^torch\._C\._nn\."), "torch.nn.functional."),
    (re.compile(r"^torch\.(?:_C\._)?(linalg|special|fft)\.(?:linalg|special|fft)_"), r"torch.\1."),
    (re.compile(r"^torch\.nn\.modules\.\w+\."), "torch.nn."),
    (re.compile(r"^torch\.(autograd\.)?(_functorch\.\w+|_functorch)\."), "torch.func."),
)


@lru_cache(maxsize=1 << 16)
def canonical(name: str) -> str:
    """Return the public dotted name of a dotted name, e.g. of ``torch._C._nn.log_sigmoid``."""
    for found, replacement in REWRITES:
        name = found.sub(replacement, name)
    return name


@lru_cache(maxsize=1 << 16)
def spellings(part: str) -> frozenset[str]:
    """Return a name and the names that mean the same operation: ``add_``, ``__radd__``, ``_foreach_add``."""
    plain = part.removeprefix("_foreach_")
    if not plain.startswith("_"):
        return frozenset({part, plain, plain.rstrip("_")})
    if not (plain.startswith("__") and plain.endswith("__")):
        return frozenset({part})
    bare = plain.strip("_")
    stems = {bare, bare[1:] if bare[:1] in ("r", "i") else bare}
    return frozenset({part, *(DUNDERS.get(stem, stem) for stem in stems)})


@lru_cache(maxsize=1 << 12)
def squashed(class_name: str) -> frozenset[str]:
    """Return what an ``nn`` class may be called as a function: ``batchnorm2d``, ``batchnorm``."""
    lower = CLASSES.get(class_name, class_name).replace("_", "").lower()
    bare = re.sub(r"loss$|[123]d$", "", lower)
    return frozenset({lower, bare})


class Patterns:
    """A list of patterns, ready to be asked."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.arguments = tuple(filter(None, map(_argument, patterns)))
        names = [pattern for pattern in patterns if "=" not in pattern]
        names += [member for pattern in names for member in FAMILIES.get(pattern, ())]
        names += (*DODGES, *TAMPERING, *LOOKING_ON) if patterns else ()
        self.roots = frozenset(pattern.split(".")[0] for pattern in names)
        expanded = [_expand(name) for name in names]
        self._functions = _union(name for name, is_function in expanded if is_function)
        self._classes = _union(name.replace("_", "") for name, is_function in expanded if is_function)
        self._dotted = [_components(name) for name, is_function in expanded if not is_function]
        self._operators = _union(filter(None, (_operator(name) for name, _ in expanded)))
        self._parts: dict[str, bool] = {}
        self._leaves = {leaf for name, leaves in LEAVES.items() if self._function(name) for leaf in leaves}
        self._answers: dict[str, bool] = {}
        self._bases: dict[str, bool] = {}

    def covers(self, name: str) -> bool:
        """Tell whether the object at a dotted name may not be used."""
        answer = self._answers.get(name)
        if answer is None:
            answer = self._answers[name] = self._covers(canonical(name))
        return answer

    def covers_operator(self, base: str) -> bool:
        """Tell whether an ATen operator (base name, e.g. ``_softmax``) may not be used."""
        answer = self._bases.get(base)
        if answer is None:
            matches = any(map(self._operators.fullmatch, spellings(base)))
            answer = self._bases[base] = matches or base in self._leaves
        return answer

    def names_of_operator(self, base: str) -> frozenset[str]:
        """Return what a covered operator may be called where it runs, e.g. ``softmax`` for ``_softmax``."""
        users = filter(self._function, USERS.get(base, ()))
        return spellings(base) | spellings(PACKAGES.sub("", base)) | frozenset(users)

    def _covers(self, name: str) -> bool:
        parts = name.split(".")
        if HARMLESS.match(name):
            return False
        if parts[0] not in LIBRARIES:
            return self._matches_from_the_start(parts)
        if name.startswith("torch.ops.aten.") and self.covers_operator(parts[3]):
            return True
        return (
            any(map(self._function, parts))
            or parts[-1] in self._leaves
            or any(self._matches_inside(parts, pattern) for pattern in self._dotted)
            or (name.startswith("torch.nn.") and self._class(parts[2]))
        )

    def _function(self, part: str) -> bool:
        answer = self._parts.get(part)
        if answer is None:
            answer = self._parts[part] = any(map(self._functions.fullmatch, spellings(part)))
        return answer

    def _class(self, part: str) -> bool:
        return part[:1].isupper() and any(map(self._classes.fullmatch, squashed(part)))

    def _matches_from_the_start(self, parts: list[str]) -> bool:
        """Tell whether ``pickle.loads`` is forbidden; of ``os.path.split``, ``split`` says nothing."""
        if self._functions.fullmatch(parts[0]):
            return True
        return any(_matches_at(parts, 0, pattern) for pattern in self._dotted)

    @staticmethod
    def _matches_inside(parts: list[str], pattern: list[re.Pattern[str]]) -> bool:
        return any(_matches_at(parts, start, pattern) for start in range(len(parts) - len(pattern) + 1))


def _expand(pattern: str) -> tuple[str, bool]:
    """Return a pattern without its short prefix, and whether it names a function (under every alias)."""
    pattern = OPERATORS.get(pattern, pattern)
    if pattern.startswith("."):
        return f"Tensor{pattern}", False
    pattern = re.sub(r"^np\.", "numpy.", pattern)
    pattern = re.sub(r"^(torch\.nn\.functional|nn\.functional|F|torch\.ops\.aten|torch)\.", "", pattern)
    return pattern, "." not in pattern


def _operator(name: str) -> str:
    """Return the pattern of ATen operators that a pattern covers, or nothing."""
    if "." not in name:
        return name
    package, _, last = name.rpartition(".")
    if package in ("linalg", "special", "fft"):
        return f"{package}_{last}"
    return ""


def _components(pattern: str) -> list[re.Pattern[str]]:
    return [re.compile(translate(part)) for part in pattern.split(".")]


def _matches_at(parts: list[str], start: int, pattern: list[re.Pattern[str]]) -> bool:
    if len(parts) - start < len(pattern):
        return False
    last = start + len(pattern) - 1
    exact = all(pattern[i].fullmatch(parts[start + i]) for i in range(len(pattern) - 1))
    return exact and any(map(pattern[-1].fullmatch, spellings(parts[last])))


def _union(patterns: Iterable[str]) -> re.Pattern[str]:
    """Compile glob patterns into one expression; of no patterns, one that matches nothing."""
    return re.compile("|".join(translate(pattern) for pattern in patterns) or r"(?!)")


def _argument(pattern: str) -> tuple[str, object] | None:
    keyword, found, value = pattern.partition("=")
    return (keyword, ast.literal_eval(value)) if found else None
