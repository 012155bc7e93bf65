"""Claims about answers: they match the reference's, their gradients do, or the right exception is raised."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch

from grader.claims.falsified import Falsified, argument_name, falsified, refused, start
from grader.client.proxy import Call, GradientCall, RemoteObject
from grader.compare import Expected, difference, expect, gradient_difference, plain_difference
from grader.compare.memory import MEMORY, remembered
from grader.model import DifferenceKind, text

COTANGENT_SEED = 97
Reference = Callable[..., Any]


def assert_matches(target: RemoteObject, reference: Reference, /, *args: Any, **kwargs: Any) -> None:
    """Claim that the answer equals the reference's in type, shape, dtype, device and values.

    Where the reference raises, the submission must raise the same class.
    """
    finish = start(target, *args, **kwargs)
    expected = remembered(reference, args, kwargs)  # while the runner works on its own answer
    device = target.remote_wire.session.device if holds_device((args, kwargs)) else "cpu"
    hold_to(expected, finish(), device)


def hold_to(expected: Expected, call: Call, device: str) -> None:
    """Claim that a call ended as the reference's did."""
    if expected.raised is not None:
        failure = refused(call, type(expected.raised))
        if failure:
            raise failure
        return
    if call.raised:
        raise call.raised
    found = difference(call.result, expected, device, call.tensors)
    if found:
        raise Falsified(found, call, expected=expected.value, actual=call.result)


def holds_device(value: Any) -> bool:
    """Tell whether an argument brings a device along: without any, the answer is where the reference's is."""
    if isinstance(value, dict):
        return any(map(holds_device, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(holds_device, value))
    return isinstance(value, (torch.Tensor, torch.Generator, RemoteObject))


def assert_raises(kind: type[BaseException], target: RemoteObject, /, *args: Any, **kwargs: Any) -> None:
    """Claim that the call raises `kind` or a subclass of it; the message is never looked at."""
    failure = refused(start(target, *args, **kwargs)(), kind)
    if failure:
        raise failure


def assert_same(actual: Any, expected: Any, name: str = "result") -> None:
    """Claim that two plain values are equal in type, shape, dtype and value."""
    found = plain_difference(actual, expected, name)
    if found:
        raise Falsified(found, expected=expected, actual=actual)


def assert_gradients_match(
    target: RemoteObject,
    reference: Reference,
    /,
    *args: Any,
    wrt: tuple[str | int, ...] | None = None,
    **kwargs: Any,
) -> None:
    """Claim that vector-Jacobian products equal the reference's.

    The cotangent is fixed and uneven: a constant one would hide wrong gradients of softmax or
    normalisation, whose sum is constant. `wrt` names parameters or positions of floating-point
    tensor arguments; by default all of them, and a module's parameters.
    """
    answer = remembered(reference, args, kwargs)
    if answer.raised is not None:
        raise answer.raised
    cotangents = [cotangent(value, i) for i, value in enumerate(floating_tensors(answer.value))]
    paths = gradient_paths(target, args, kwargs, wrt)
    module = reference if isinstance(reference, torch.nn.Module) else None
    asked = [*paths, "parameters"] if module is not None and wrt is None else paths
    finish = target.remote_wire.start_differentiate(target.remote_path, args, kwargs, cotangents, asked)
    expected = expected_gradients(reference, args, kwargs, cotangents, asked)
    call = finish()
    if call.raised:
        raise call.raised
    check_outputs(call, answer)
    check_gradients(call, expected)


def check_outputs(call: GradientCall, answer: Expected) -> None:
    """Refuse an answer that has no gradient to compare: another shape, or no graph."""
    shapes = [list(fact.shape) for fact in call.tensors.values()]
    wanted = [list(value.shape) for value in floating_tensors(answer.value)]
    if not shapes:
        raise falsified(DifferenceKind.TYPE, text("the result holds no floating-point tensor."), call)
    if shapes != wanted:
        sentence = text("the result has shape {got}; expected {expected}.", got=shapes, expected=wanted)
        raise falsified(DifferenceKind.SHAPE, sentence, call)
    if call.detached:
        sentence = text("the result carries no gradient: somewhere the computation left the graph.")
        raise falsified(DifferenceKind.GRADIENT, sentence, call)


def check_gradients(call: GradientCall, expected: Expected) -> None:
    """Compare gradient by gradient, in the arguments' order."""
    for path, wanted in expected.value.items():
        name, got = argument_name(call, path), call.gradients.get(path)
        if gradient_difference(got, wanted, name, None) is None:
            continue
        # Only now, because it asks the reference again. Twice, because both the reference's float32
        # answer and a right one lie within it of the exact answer.
        tolerance = 2 * expected.tolerance()[f"result[{path!r}]"]
        found = gradient_difference(got, wanted, name, tolerance)
        if found:
            raise Falsified(found, call, expected=wanted, actual=got)


def floating_tensors(value: Any) -> list[torch.Tensor]:
    """Return the floating-point tensors in nested lists, tuples and dicts, in order."""
    if isinstance(value, torch.Tensor):
        return [value] if value.is_floating_point() or value.is_complex() else []
    if isinstance(value, Mapping):
        return [tensor for item in value.values() for tensor in floating_tensors(item)]
    if isinstance(value, (list, tuple)):
        return [tensor for item in value for tensor in floating_tensors(item)]
    return []


def cotangent(value: torch.Tensor, index: int) -> torch.Tensor:
    """Return a fixed uneven cotangent of the value's shape and dtype, entries in +-[0.5, 1.5]."""
    generator = torch.Generator().manual_seed(COTANGENT_SEED + index)
    size = torch.rand(value.shape, generator=generator, dtype=torch.float64) + 0.5
    sign = torch.randint(0, 2, value.shape, generator=generator) * 2 - 1
    return (size * sign).to(value.dtype)


def gradient_paths(
    target: RemoteObject, args: tuple[Any, ...], kwargs: Mapping[str, Any], wrt: tuple[str | int, ...] | None
) -> list[str]:
    """Return the paths of the floating-point tensor arguments to differentiate by."""
    names = target.remote_wire.parameters_of(target.remote_path)
    found = []
    for index, value in enumerate(args):
        name = names[index] if index < len(names) else None
        if wrt is None or index in wrt or name in wrt:
            found += [f"args[{index}]{suffix}" for suffix in tensor_suffixes(value)]
    for name, value in kwargs.items():
        if wrt is None or name in wrt:
            found += [f"kwargs[{name}]{suffix}" for suffix in tensor_suffixes(value)]
    return found


def tensor_suffixes(value: Any) -> list[str]:
    """Return the paths within an argument at which floating-point tensors are."""
    if isinstance(value, torch.Tensor):
        return [""] if value.is_floating_point() or value.is_complex() else []
    if isinstance(value, (list, tuple)):
        return [f"[{i}]{suffix}" for i, item in enumerate(value) for suffix in tensor_suffixes(item)]
    return []


def expected_gradients(
    reference: Reference,
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
    cotangents: list[torch.Tensor],
    asked: list[str],
) -> Expected:
    """Return the reference's vector-Jacobian products by path, with their tolerance.

    A module is an argument here, not a closure: so its parameters are widened and perturbed too.
    """

    def products(
        reference: Reference, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> dict[str, torch.Tensor]:
        return vector_jacobian_products(reference, args, kwargs, cotangents, asked)

    def ask() -> Expected:
        return expect(products, (reference, args, dict(kwargs)), {})

    return MEMORY.expect(reference, args, dict(kwargs), ask, extra=(cotangents, asked))


def vector_jacobian_products(
    reference: Reference,
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
    cotangents: list[torch.Tensor],
    asked: list[str],
) -> dict[str, torch.Tensor]:
    """Differentiate the trusted reference; a tensor that is not used has a gradient of zeros."""
    leaves = {path: value.detach().requires_grad_() for path, value in at_paths(args, kwargs, asked).items()}
    args, kwargs = put_back(args, kwargs, leaves)
    if isinstance(reference, torch.nn.Module) and "parameters" in asked:
        leaves |= dict(reference.named_parameters())
    outputs = floating_tensors(reference(*args, **kwargs))
    # A sum, as in the runner: grad_outputs would make torch import sympy.
    parts = [(output * seed.to(output.dtype)).sum() for seed, output in zip(cotangents, outputs, strict=True)]
    total = torch.stack([part.to(parts[0].dtype) for part in parts]).sum()
    gradients = torch.autograd.grad(total, list(leaves.values()), allow_unused=True)
    return {
        name: torch.zeros_like(leaf) if gradient is None else gradient
        for (name, leaf), gradient in zip(leaves.items(), gradients, strict=True)
    }


def at_paths(args: tuple[Any, ...], kwargs: Mapping[str, Any], paths: list[str]) -> dict[str, torch.Tensor]:
    """Return the tensors at the given argument paths."""
    found: dict[str, torch.Tensor] = {}

    def visit(value: Any, path: str) -> Any:
        if isinstance(value, torch.Tensor) and path in paths:
            found[path] = value
        return value

    walk(args, kwargs, visit)
    return found


def put_back(
    args: tuple[Any, ...], kwargs: Mapping[str, Any], leaves: Mapping[str, torch.Tensor]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return the arguments with the tensors at the leaves' paths replaced by the leaves."""
    return walk(args, kwargs, lambda value, path: leaves.get(path, value))


def walk(
    args: tuple[Any, ...], kwargs: Mapping[str, Any], visit: Callable[[Any, str], Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Rebuild arguments with `visit` applied to everything that is not a list or tuple."""

    def rebuild(value: Any, path: str) -> Any:
        if type(value) in (list, tuple):
            return type(value)(rebuild(item, f"{path}[{i}]") for i, item in enumerate(value))
        return visit(value, path)

    rebuilt = tuple(rebuild(value, f"args[{i}]") for i, value in enumerate(args))
    return rebuilt, {name: rebuild(value, f"kwargs[{name}]") for name, value in kwargs.items()}
