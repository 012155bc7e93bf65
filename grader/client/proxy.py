"""The `student` fixture: reads and calls that travel to the runner and come back as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.client.raised import StudentRaised, student_raised
from grader.client.session import Session
from grader.wire import messages as m
from grader.wire.decoding import Decoder
from grader.wire.encoding import Encoder

MAX_ITERATION = 10_000
EXAMPLE_SEED = 20_240_229


@dataclass(frozen=True, slots=True)
class TensorFacts:
    """What the runner says of a tensor: names as torch's without the prefix, sizes in elements."""

    dtype: str
    shape: tuple[int, ...]
    stride: tuple[int, ...]
    device: str
    requires_grad: bool


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the submission: what went in, what came back, what else happened.

    Paths are ``args[0]``, ``kwargs[weight]``, ``result``, ``result[1]`` and so on.
    """

    path: m.Path
    parameters: tuple[str, ...]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    result: Any = None
    raised: StudentRaised | None = None
    mutated: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    same_as: str | None = None
    ops: Mapping[str, int] = field(default_factory=dict)
    bytes_allocated: int = 0
    state_changed: tuple[str, ...] = ()
    tensors: Mapping[str, TensorFacts] = field(default_factory=dict)
    violations: tuple[m.Violation, ...] = ()
    arguments: tuple[tuple[Any, ...], Mapping[str, Any]] | None = None

    @property
    def name(self) -> str:
        """The last name on the path: what was called."""
        return self.path.names[-1] if self.path.names else ""

    @property
    def op_count(self) -> int:
        """How many ATen operations the call ran."""
        return sum(self.ops.values())


@dataclass(frozen=True, slots=True)
class GradientCall:
    """One vector-Jacobian product of the submission: gradients by name, None where none arrived."""

    path: m.Path
    parameters: tuple[str, ...]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    gradients: Mapping[str, Any]
    detached: tuple[str, ...]
    tensors: Mapping[str, TensorFacts]
    raised: StudentRaised | None = None
    violations: tuple[m.Violation, ...] = ()
    cotangents: tuple[Any, ...] = ()

    @property
    def name(self) -> str:
        """The last name on the path: what was called."""
        return self.path.names[-1] if self.path.names else ""


Observation = Call | GradientCall


class Wire:
    """Sends one kind of request after another for the proxies, and tells an observer what came back."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.observer: Callable[[Observation], None] = lambda _: None
        self.parameters: Mapping[str, tuple[str, ...]] = {}

    def parameters_of(self, path: m.Path) -> tuple[str, ...]:
        """Return the names of the positional parameters of what `path` names, where they are known."""
        return self.parameters.get(path.names[-1], ()) if path.names and path.root < 0 else ()

    def encoder(self) -> Encoder:
        """Return an encoder in which proxies become handles."""
        return self.session.encoder(encode_proxy)

    def remote(self, value: m.HandleValue) -> RemoteObject:
        """Turn a handle into a proxy."""
        return RemoteObject(self, m.Path(value.id), value)

    def call(
        self, path: m.Path, args: tuple[Any, ...], kwargs: Mapping[str, Any], *, want_arguments: bool
    ) -> Call:
        """Call what `path` names, with everything about the call that can be known."""
        return self.start_call(path, args, kwargs, want_arguments=want_arguments, traced=True)()

    def start_call(
        self,
        path: m.Path,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        *,
        want_arguments: bool = False,
        traced: bool = False,
    ) -> Callable[[], Call]:
        """Send a call on its way; the function returned awaits its end."""
        encoder = self.encoder()
        sent = [encoder.encode(value) for value in args], {k: encoder.encode(v) for k, v in kwargs.items()}
        traced = traced or self.session.traced
        request = m.Call(path, *sent, self.session.take_seed(), want_arguments, traced)
        posted = self.session.post(request, encoder)

        def finish() -> Call:
            reply, decoder = self.session.collect(posted, self.remote, m.Returned, m.Raised)
            with self.session.refusing_malformed():
                call = call_of((path, self.parameters_of(path), args, kwargs), reply, decoder)
            self.observer(call)
            return call

        return finish

    def start_differentiate(
        self,
        path: m.Path,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        cotangents: list[Any],
        wrt: list[str],
    ) -> Callable[[], GradientCall]:
        """Send cotangents back through what `path` names; the function returned awaits the end."""
        encoder = self.encoder()
        sent = [encoder.encode(value) for value in args], {k: encoder.encode(v) for k, v in kwargs.items()}
        seeds = [encoder.encode(value) for value in cotangents]
        request = m.Differentiate(path, *sent, seeds, wrt, self.session.take_seed(), self.session.traced)
        posted = self.session.post(request, encoder)

        def finish() -> GradientCall:
            reply, decoder = self.session.collect(posted, self.remote, m.Gradients, m.Raised)
            with self.session.refusing_malformed():
                asked = (path, self.parameters_of(path), args, kwargs)
                call = gradient_call_of(asked, cotangents, reply, decoder)
            self.observer(call)
            return call

        return finish

    def evaluate(self, expression: str) -> Call:
        """Evaluate an author's expression about the target where the submission is."""
        request = m.Evaluate(expression, self.session.take_seed())
        reply, decoder = self.session.ask(request, None, self.remote, m.Returned, m.Raised)
        with self.session.refusing_malformed():
            call = call_of((m.Path(m.SUBMISSION), (), (), {}), reply, decoder)
        self.observer(call)
        return call

    def read(self, path: m.Path) -> Any:
        """Read what `path` names."""
        request = m.Read(path, seed=self.session.take_seed())
        reply, decoder = self.session.ask(request, None, self.remote, m.Returned, m.Raised)
        with self.session.refusing_malformed():
            call = call_of((path, (), (), {}), reply, decoder)
        self.observer(call)
        if call.raised:
            raise call.raised
        return call.result

    def iterate(self, path: m.Path) -> list[Any]:
        """Take the elements of what `path` names."""
        reply, decoder = self.session.ask(
            m.Iterate(path, MAX_ITERATION), None, self.remote, m.Yielded, m.Raised
        )
        if isinstance(reply, m.Raised):
            raise student_raised(reply.error)
        with self.session.refusing_malformed():
            return [decoder.decode(value) for value in reply.values]


Asked = tuple[m.Path, tuple[str, ...], tuple[Any, ...], Mapping[str, Any]]


def call_of(asked: Asked, reply: m.Returned | m.Raised, decoder: Decoder) -> Call:
    """Build the record of a call from its reply."""
    facts = reply.facts
    returned = reply if isinstance(reply, m.Returned) else None
    return Call(
        *asked,
        result=decoder.decode(returned.value) if returned else None,
        raised=student_raised(reply.error) if isinstance(reply, m.Raised) else None,
        mutated=tuple(facts.mutated),
        aliases=tuple(facts.aliases),
        same_as=facts.same_as,
        ops=facts.ops,
        bytes_allocated=facts.bytes_allocated,
        state_changed=tuple(facts.state_changed),
        tensors=tensor_facts(facts),
        violations=tuple(facts.violations),
        arguments=decoder.decode(returned.arguments) if returned and returned.arguments else None,
    )


def gradient_call_of(
    asked: Asked, cotangents: list[Any], reply: m.Gradients | m.Raised, decoder: Decoder
) -> GradientCall:
    """Build the record of a vector-Jacobian product from its reply."""
    violations = tuple(reply.facts.violations)
    if isinstance(reply, m.Raised):
        error = student_raised(reply.error)
        return GradientCall(*asked, {}, (), {}, error, violations, tuple(cotangents))
    gradients = {key: decoder.decode(value) for key, value in zip(reply.names, reply.gradients, strict=False)}
    facts = tensor_facts(reply.facts)
    return GradientCall(*asked, gradients, tuple(reply.detached), facts, None, violations, tuple(cotangents))


def tensor_facts(facts: m.Facts) -> dict[str, TensorFacts]:
    """Index the runner's tensor facts by path."""
    return {
        fact.path: TensorFacts(
            fact.dtype, tuple(fact.shape), tuple(fact.stride), fact.device, fact.requires_grad
        )
        for fact in facts.tensors
    }


class RemoteObject:
    """Something that lives in the runner. Calls, attribute reads, items, length and iteration travel.

    What is ours starts with ``remote_``; every other name is the object's own.
    """

    __slots__ = ("remote_info", "remote_path", "remote_wire")

    def __init__(self, wire: Wire, path: m.Path, info: m.HandleValue | None = None) -> None:
        self.remote_wire = wire
        self.remote_path = path
        self.remote_info = info

    @property
    def type_name(self) -> str:
        """The class's name as the runner gives it, and why a tensor did not travel."""
        if self.remote_info is None:
            return "object"
        note = self.remote_info.note
        return f"{self.remote_info.type_name} ({note})" if note else self.remote_info.type_name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        path = m.Path(self.remote_path.root, [*self.remote_path.names, name])
        if self.remote_path.root in (m.SUBMISSION, m.TORCH, m.SPIES):
            return RemoteObject(self.remote_wire, path)
        return self.remote_wire.read(path)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it in the runner; return its plain answer or raise what it raised."""
        call = self.remote_wire.start_call(self.remote_path, args, kwargs)()
        if call.raised:
            raise call.raised
        return call.result

    def _special(self, name: str, *args: Any) -> Any:
        return RemoteObject(self.remote_wire, m.Path(self.remote_path.root, [*self.remote_path.names, name]))(
            *args
        )

    def __getitem__(self, key: Any) -> Any:
        return self._special("__getitem__", key)

    def __len__(self) -> int:
        try:
            return int(self._special("__len__"))
        except AttributeError as error:
            # list() and friends ask for a length first and take only a TypeError for "it has none".
            raise TypeError(f"{self.type_name} has no len()") from error

    def __iter__(self) -> Iterator[Any]:
        return iter(self.remote_wire.iterate(self.remote_path))

    def __repr__(self) -> str:
        return f"<{self.type_name} in the runner>"

    def __deepcopy__(self, memo: object) -> RemoteObject:
        return self


def encode_proxy(value: object, why: str) -> m.Value:
    """Encode a proxy as the handle it stands for; anything else cannot be an argument."""
    if isinstance(value, RemoteObject) and not value.remote_path.names:
        return m.HandleValue(value.remote_path.root)
    raise TypeError(f"a property passed a {type(value).__name__}, which cannot travel to the runner; {why}")


class Student(RemoteObject):
    """The submission's module: ``student.gather`` is its target."""

    __slots__ = ()

    def __init__(self, session: Session) -> None:
        super().__init__(Wire(session), m.Path(m.SUBMISSION))


def remote_torch(student: Student) -> RemoteObject:
    """Return torch as the runner has it, to build modules or optimisers there."""
    return RemoteObject(student.remote_wire, m.Path(m.TORCH))
