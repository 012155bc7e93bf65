"""The runner's side of the wall, in this process: what tests/test_session.py shows from outside, seen from inside.

A thread stands in for the forked process, so that every line of the runner can be followed.
"""

from __future__ import annotations

import os
import socket
import textwrap
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch

from grader.claims.falsified import record
from grader.client.ending import Ending, Exit, RunnerEnded
from grader.client.process import RunnerProcess
from grader.client.proxy import Student, remote_torch
from grader.client.session import Session
from grader.model import Bilingual, Exercise, Limits
from grader.runner import facts, server, submission, zygote
from grader.runner.rehearsal import rehearse
from grader.wire import messages as m
from grader.wire.frames import Channel
from grader.wire.plan import Order

Opener = Callable[..., Student]


class ThreadProcess(RunnerProcess):
    """A runner in a thread: it ends when its socket does."""

    def kill(self) -> None:
        """Hang up."""
        self.channel.close()


class ThreadZygote:
    """Hands out runners that are threads."""

    def prepare(self, patterns: tuple[str, ...]) -> None:
        """Prepare nothing."""

    def note_abnormal_end(self) -> None:
        """Take no notice."""

    def fork(self, order: Order) -> RunnerProcess:
        """Start a thread that serves."""
        ours, theirs = socket.socketpair()
        status, other = socket.socketpair()
        other.close()
        read, write = os.pipe()
        os.close(write)
        threading.Thread(target=server.serve, args=(theirs,), daemon=True).start()
        return ThreadProcess(Channel(ours), read, status, None, str, pid=1, exit=Exit(0, 0))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Opener]:
    """Open submissions in a thread of this process."""
    monkeypatch.setattr(server, "limit_resources", lambda *_, **__: None)
    sessions = []

    def open_source(source: str, limits: Limits | None = None) -> Student:
        nothing = Bilingual("", "")
        exercise = Exercise(
            "probe", nothing, "f", "M00", 1, nothing, (), limits=limits or Limits(call_seconds=20)
        )
        session = Session(ThreadZygote(), exercise, textwrap.dedent(source))
        sessions.append(session)
        return Student(session)

    yield open_source
    for session in sessions:
        session.close()


def test_a_call_reports_its_answer_and_facts(opened: Opener) -> None:
    """Answer, dtype, strides, aliases, mutation, operations and state come back from one call."""
    source = """
        import torch
        def f(x, items):
            items.append(1)
            x.add_(1)
            torch.rand(1)
            return {"view": x.t(), "new": x + 1}, 3
    """

    call = record(opened(source).f, torch.zeros(2, 3), [])

    assert call.mutated == ("args[0]", "args[1]")
    assert call.aliases == (("result[0]['view']", "args[0]"),)
    assert call.tensors["result[0]['view']"].stride == (1, 3)
    assert call.ops["aten::add_"] == 1
    assert call.bytes_allocated >= 24
    assert call.state_changed == ("the random state of torch",)
    assert torch.equal(call.result[0]["new"], torch.full((2, 3), 2.0))
    assert call.arguments is not None


def test_gradients_of_arguments_and_parameters(opened: Opener) -> None:
    """Vector-Jacobian products reach arguments and a module's parameters."""
    source = """
        import torch
        class f(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.scale = torch.nn.Parameter(torch.tensor(2.0))
            def forward(self, x):
                return self.scale * x
    """
    student = opened(source)
    net = student.f()

    call = student.remote_wire.start_differentiate(
        net.remote_path, (torch.ones(2),), {}, [torch.tensor([1.0, 3.0])], ["args[0]", "parameters"]
    )()

    assert torch.equal(call.gradients["args[0]"], torch.tensor([2.0, 6.0]))
    assert float(call.gradients["scale"]) == 4.0


def test_differentiating_what_raises_is_data(opened: Opener) -> None:
    """An exception under differentiation comes back as one."""
    student = opened("def f(x):\n    raise IndexError('no')\n")

    call = student.remote_wire.start_differentiate(
        student.f.remote_path, (torch.ones(1),), {}, [], ["args[0]"]
    )()

    assert isinstance(call.raised, IndexError)


def test_reads_items_and_iteration(opened: Opener) -> None:
    """Attributes, items and iteration travel; what raises while being read is raised here."""
    source = """
        class f:
            value = 3
            def __iter__(self):
                yield from (1, 2)
            def __getitem__(self, key):
                return key
            @property
            def broken(self):
                raise KeyError("no")
        class endless:
            def __iter__(self):
                raise TypeError("not today")
    """
    student = opened(source)
    thing = student.f()

    assert (thing.value, thing[4], list(thing)) == (3, 4, [1, 2])
    with pytest.raises(KeyError):
        _ = thing.broken
    with pytest.raises(TypeError):
        list(student.endless())
    assert remote_torch(student).is_grad_enabled() is True


def test_arrays_scalars_and_exotic_tensors(opened: Opener) -> None:
    """NumPy values cross densely; tensors without plain memory stay as handles with the reason."""
    source = """
        import numpy as np, torch
        def f(kind):
            return {
                "array": np.arange(6).reshape(2, 3).T, "scalar": np.float32(2), "sparse": torch.eye(2).to_sparse(),
                "meta": torch.empty(1, device="meta"), "huge": torch.zeros(1).expand(1 << 30),
                "words": np.array(["a"]), "gen": torch.Generator(), "empty": torch.empty(0, 2),
            }[kind]
    """
    student = opened(source)

    np.testing.assert_array_equal(student.f("array"), np.arange(6).reshape(2, 3).T)
    assert student.f("scalar") == np.float32(2)
    assert student.f("empty").shape == (0, 2)
    assert isinstance(student.f("gen"), torch.Generator)
    for kind in ("sparse", "meta", "huge", "words"):
        assert student.f(kind).remote_info.note != ""


def test_out_of_memory_is_told_apart(opened: Opener) -> None:
    """A refused allocation ends the runner with its own verdict."""
    with pytest.raises(RunnerEnded) as caught:
        opened("def f():\n    raise MemoryError\n").f()

    assert caught.value.report.ending is Ending.OUT_OF_MEMORY


def test_a_reply_over_the_limit_is_refused_by_its_sender(opened: Opener) -> None:
    """An answer larger than allowed becomes an exception record."""
    student = opened("import torch\ndef f():\n    return torch.zeros(1000)\n", Limits(reply_bytes=100))

    with pytest.raises(Exception, match="at most 100 are allowed"):
        student.f()


@pytest.mark.parametrize(
    ("expression", "words"),
    [("['x' * 60000] * 100", "besides its tensors"), ("[torch.zeros(0)] * 19000 * 2", "parts")],
)
def test_an_answer_that_is_large_without_tensors_is_refused_by_its_sender(
    opened: Opener, expression: str, words: str
) -> None:
    """Text over the limit becomes an exception record that says so, and too many parts a handle."""
    student = opened(f"import torch\ndef f():\n    return {expression}\n")

    call = record(student.f)

    assert words in (str(call.raised) if call.raised else call.result.type_name)


def test_more_storages_than_a_message_may_hold_are_refused_by_their_sender() -> None:
    """The sentence has the limit's number."""
    over = server.over_limit(10, [0] * (m.MAX_STORAGES + 1), 100)

    assert over is not None
    assert str(m.MAX_STORAGES) in over.message
    assert server.over_limit(10, [0], 100) is None


class Text(str):
    """A text that answers for itself."""

    def encode(self, *_: object) -> Text:  # type: ignore[override]
        """Stay what it is."""
        return self

    def __getitem__(self, _: object) -> Text:
        """Stay as long as it is."""
        return self


def test_exceptions_are_data_whatever_their_classes_say() -> None:
    """A text of its own kind, a line of four thousand digits and a class without a name are cut to size."""
    evil = type("Named", (type,), {"__name__": property(lambda _: 1 / 0)})("Evil", (SyntaxError,), {})
    error = evil(Text("x" * 9000))
    error.filename, error.lineno, error.text = "f.py", int("9" * 4000), 7

    found = submission.describe(error, "f.py")

    assert (type(found.message), len(found.message)) == (str, submission.MAX_MESSAGE)
    assert (found.type_name, found.bases[0]) == ("Evil", "SyntaxError")
    assert found.frames == [m.Frame(0, "", "")]


def test_a_signature_without_end_is_cut() -> None:
    """No more parameters are told than a message may hold."""
    scope: dict[str, object] = {}
    exec(f"def f(x, *, {', '.join(f'p{n}' for n in range(250))}): pass", scope)

    written = submission.parameters_of(scope["f"])

    assert written is not None
    assert (written[:2], len(written)) == (["x", "*"], m.MAX_NAMES)


def test_a_new_example_forgets_handles_and_seeds_the_stream(opened: Opener) -> None:
    """Handles of the example before are gone, and the random stream starts again."""
    student = opened("import torch\ndef f():\n    return torch.rand(1)\nclass g:\n    pass\n")
    student.remote_wire.session.begin_example(5)
    first = student.f()
    student.remote_wire.session.begin_example(5)

    assert torch.equal(first, student.f())


def test_the_rehearsal_leaves_nothing_behind() -> None:
    """Warming the caches defines no module and changes no random state."""
    import sys

    state = torch.get_rng_state()
    rehearse()

    assert submission.MODULE_NAME not in sys.modules
    assert torch.equal(torch.get_rng_state(), state)


def test_address_spans_of_arrays_and_tensors() -> None:
    """Memory is compared by address: overlapping views overlap, empty ones do not."""
    base = np.arange(10)

    low, high = facts.address_span(base[2:4])

    assert high - low == 16
    assert facts.address_span(base[:0])[0] == facts.address_span(base[:0])[1]
    start, end = facts.address_span(torch.zeros(4))
    assert end - start == 16


@pytest.mark.parametrize(("parameters", "written"), [
    ("x, dim=0", ["x", "dim=0"]),
    ("x, *, dim", ["x", "*", "dim"]),
    ("*args, **kwargs", ["*args", "**kwargs"]),
])  # fmt: skip
def test_parameters_are_written_as_a_reader_would(parameters: str, written: list[str]) -> None:
    """A signature comes out as in the source, the bare star included."""
    scope: dict[str, object] = {}
    exec(f"def f({parameters}): pass", scope)

    assert submission.parameters_of(scope["f"]) == written
    assert submission.parameters_of(3) is None


def test_a_zygote_forks_reports_and_reaps() -> None:
    """The fork loop, in a process of its own: a runner is forked, answers, and its end is reported."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        try:
            read, write = os.pipe()
            zygote.serve_forks(theirs, read, (write, write))
        finally:
            os._exit(0)
    theirs.close()
    ours.close()

    _, status = os.waitpid(pid, 0)

    assert os.waitstatus_to_exitcode(status) == 0
