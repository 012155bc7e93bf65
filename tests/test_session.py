"""Sessions: what a submission does in its runner arrives as plain data, and every way to end it has its name."""

import builtins
import select
import signal
import textwrap
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch
from processes import descendants

from grader.claims.falsified import record
from grader.client.ending import Ending, EndingReport, RunnerEnded, ended_by_signal, forbidden
from grader.client.proxy import Call, RemoteObject, Student, remote_torch
from grader.client.raised import StudentRaised
from grader.client.session import Session
from grader.client.zygote import Zygote
from grader.model import Bilingual, Exercise, Limits

Opener = Callable[..., Student]


def exercise(limits: Limits, **changes: object) -> Exercise:
    """Return an exercise that asks for ``f``."""
    nothing = Bilingual("", "")
    return Exercise("probe", nothing, "f", "M00", 1, nothing, (), limits=limits, **changes)


@pytest.fixture
def opened(zygote: Zygote) -> Iterator[Opener]:
    """Open submissions from source; every session is closed at the end."""
    sessions = []

    def open_source(source: str, **limits: float) -> Student:
        session = Session(
            zygote, exercise(Limits(**{"call_seconds": 20.0} | limits)), textwrap.dedent(source)
        )
        sessions.append(session)
        return Student(session)

    yield open_source
    for session in sessions:
        session.close()


def returning(opened: Opener, expression: str, *args: object) -> Call:
    """Call ``f(*args)`` where f returns an expression of its arguments ``a``."""
    return record(opened(f"import torch, numpy as np\ndef f(*a):\n    return {expression}\n").f, *args)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("None", None),
        ("(1, 2.5, True, 'x')", (1, 2.5, True, "x")),
        ("{'a': [1, (2,)]}", {"a": [1, (2,)]}),
        ("torch.Size([2, 0])", torch.Size([2, 0])),
        ("torch.float16", torch.float16),
        ("torch.device('cpu')", torch.device("cpu")),
        ("1 << 200", 1 << 200),
        ("slice(1, None)", slice(1, None)),
    ],
)
def test_plain_answers_arrive_with_their_type(opened: Opener, expression: str, expected: object) -> None:
    """Scalars and nesting arrive as what they were."""
    call = returning(opened, expression)

    assert (type(call.result), call.result) == (type(expected), expected)


@pytest.mark.parametrize(
    "dtype", ["bool", "uint8", "int16", "float16", "bfloat16", "float32", "float64", "complex64"]
)
def test_tensors_of_every_dtype_arrive_with_their_facts(opened: Opener, dtype: str) -> None:
    """A transposed tensor of any dtype arrives with its values, and its strides are reported."""
    call = returning(opened, f"torch.arange(6).reshape(2, 3).to(torch.{dtype}).t()")

    expected = torch.arange(6).reshape(2, 3).to(getattr(torch, dtype)).t()
    assert torch.equal(call.result, expected)
    assert call.tensors["result"].stride == (1, 3)
    assert call.tensors["result"].dtype == dtype


def test_arguments_keep_their_layout_and_sharing(opened: Opener) -> None:
    """Strides, storage offsets and shared storage are rebuilt in the runner."""
    base = torch.arange(12.0)
    expression = "(a[0].stride(), a[0].storage_offset(), a[0].data_ptr() - a[1].data_ptr(), a[2] is a[0])"
    view = base[1::2]

    call = returning(opened, expression, view, base, view)

    assert call.result == ((2,), 1, 4, True)


def test_numpy_arrays_travel_both_ways(opened: Opener) -> None:
    """Arrays arrive as arrays, with dtype and values."""
    call = returning(opened, "(a[0] * 2, type(a[0]).__name__)", np.arange(3, dtype=np.int16))

    np.testing.assert_array_equal(call.result[0], np.array([0, 2, 4], dtype=np.int16))
    assert call.result[0].dtype == np.int16
    assert call.result[1] == "ndarray"


def test_generators_arrive_with_their_state(opened: Opener) -> None:
    """A generator draws in the runner what it would draw here."""
    drawn = returning(opened, "torch.rand(3, generator=a[0])", torch.Generator().manual_seed(5)).result

    assert torch.equal(drawn, torch.rand(3, generator=torch.Generator().manual_seed(5)))


@pytest.mark.parametrize(
    ("expression", "type_name"),
    [
        ("object()", "object"),
        ("torch.eye(2).to_sparse()", "Tensor"),
        ("torch.empty(2, device='meta')", "Tensor"),
        ("torch.ones(2).as_subclass(type('Lying', (torch.Tensor,), {}))", "Lying"),
        ("torch.zeros(1, 1).expand(1 << 20, 1 << 20)", "Tensor"),
        ("(i for i in range(3))", "generator"),
    ],
)
def test_anything_else_stays_in_the_runner_as_a_handle(
    opened: Opener, expression: str, type_name: str
) -> None:
    """Objects, odd tensors and lying subclasses never become tensors on this side."""
    result = returning(opened, expression).result

    assert isinstance(result, RemoteObject)
    assert result.type_name.split(" ")[0] == type_name


COUNTER = """
    class f:
        def __init__(self, start, *, step=1):
            self.value = start
            self.step = step
        def advance(self):
            self.value += self.step
            return self.value
        def __getitem__(self, key):
            return self.value + key
        def __len__(self):
            return 3
        def __iter__(self):
            return iter([1, 2])
"""


def test_objects_keep_their_state_between_calls(opened: Opener) -> None:
    """Methods, attributes, items, length and iteration of a stateful object work through the proxy."""
    counter = opened(COUNTER).f(10, step=2)

    assert [counter.advance(), counter.advance(), counter.value, counter[1], len(counter)] == [
        12,
        14,
        14,
        15,
        3,
    ]
    assert list(counter) == [1, 2]


def test_modules_load_state_and_run(opened: Opener) -> None:
    """An nn.Module works as a handle: state_dict in and out, parameters, dtype changes, calls."""
    student = opened("import torch\nclass f(torch.nn.Linear):\n    pass\n")
    net = student.f(2, 1)
    net.load_state_dict({"weight": torch.tensor([[1.0, 2.0]]), "bias": torch.tensor([0.5])})

    assert torch.equal(net.double()(torch.ones(1, 2, dtype=torch.float64)), torch.tensor([[3.5]]).double())
    assert list(net.state_dict()) == ["weight", "bias"]
    assert [tuple(p.shape) for p in net.parameters()] == [(1, 2), (1,)]


def test_a_handle_can_be_an_argument(opened: Opener) -> None:
    """What a call returned can be passed to the next one; torch itself can be reached as a root."""
    student = opened("def f(net, x):\n    return net(x)\n")
    relu = remote_torch(student).nn.ReLU()

    assert torch.equal(student.f(relu, torch.tensor([-1.0, 2.0])), torch.tensor([0.0, 2.0]))


@pytest.mark.parametrize(
    "name", ["ValueError", "TypeError", "IndexError", "KeyError", "FileNotFoundError", "EOFError"]
)
def test_exceptions_are_raised_again_by_class(opened: Opener, name: str) -> None:
    """A built-in exception arrives as an instance of its own class, with the line that raised it."""
    student = opened(f"def f():\n    raise {name}('no')\n")

    with pytest.raises(getattr(builtins, name)) as caught:
        student.f()

    assert isinstance(caught.value, StudentRaised)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "statement",
    [
        "raise SystemExit(0)",
        "raise KeyboardInterrupt",
        "raise type('Mine', (BaseException,), {})('x')",
        "raise UnicodeDecodeError('utf-8', b'', 0, 1, 'x')",
        "raise StopIteration",
        "return f()",
        "raise type('Evil', (Exception,), {'__str__': lambda self: 1 / 0})()",
    ],
)
def test_every_other_exception_is_data_too(opened: Opener, statement: str) -> None:
    """Exits, odd classes, endless recursion and lying messages are only `StudentRaised` here."""
    call = record(opened(f"def f():\n    {statement}\n").f)

    assert isinstance(call.raised, StudentRaised)


@pytest.mark.parametrize(
    ("body", "ending", "words"),
    [
        ("import os; os._exit(7)", Ending.CRASHED, "exit code 7"),
        ("import ctypes; ctypes.string_at(0)", Ending.CRASHED, "SIGSEGV"),
        ("import os; os.abort()", Ending.CRASHED, "SIG"),
        (
            "import sys; sys.setrecursionlimit(10**9); x = []\n    for _ in range(10**6): x = [x]\n    return repr(x)",
            Ending.CRASHED,
            "SIG",
        ),
        ("return torch.ones(1 << 36)", Ending.OUT_OF_MEMORY, "MiB"),
        ("return bytearray(1 << 40)", Ending.OUT_OF_MEMORY, "MiB"),
        (
            "import os\n    for fd in range(3, 40):\n        try: os.write(fd, b'x' * 100)\n        except OSError: pass",
            Ending.PROTOCOL,
            "malformed",
        ),
    ],
)
def test_a_runner_that_dies_ends_with_its_reason(
    opened: Opener, body: str, ending: Ending, words: str
) -> None:
    """Exits, signals, memory and forged frames are told apart; the next call gets a fresh runner."""
    student = opened(f"import torch\ndef f():\n    {body}\ndef g():\n    return 1\n")

    with pytest.raises(RunnerEnded) as caught:
        student.f()

    assert caught.value.report.ending is ending
    assert words in str(caught.value.report.text)
    assert student.g() == 1


def ending_of(student: Student) -> EndingReport:
    """Call ``f`` and return how that ended the runner."""
    with pytest.raises(RunnerEnded) as caught:
        student.f()
    return caught.value.report


def test_our_own_kill_is_not_shown_as_the_submissions(opened: Opener) -> None:
    """Who closes the connection and stays is told that; no signal is named that came from us."""
    source = """
        import socket, time
        def f():
            socket.socket(fileno=3).shutdown(socket.SHUT_RDWR)
            time.sleep(60)
    """

    report = ending_of(opened(source))

    assert (report.ending, "closed its connection" in str(report.text)) == (Ending.CRASHED, True)


def test_a_runner_that_ends_in_the_middle_of_printing_ends_by_itself(opened: Opener) -> None:
    """Its last words are read while it ends: a full pipe would keep it until it is killed."""
    source = """
        import os, socket
        def f():
            socket.socket(fileno=3).shutdown(socket.SHUT_RDWR)
            os.write(1, b"x" * (1 << 20))
            os._exit(9)
    """

    report = ending_of(opened(source))

    assert "exit code 9" in str(report.text)


def test_no_answer_can_be_sent_ahead(opened: Opener) -> None:
    """The number of the next request cannot be told from the last one's."""
    source = """
        import grader.wire.frames as frames
        import json
        send, seen = frames.Channel.send, []
        def early(self, header, payload, deadline=None):
            reply = json.loads(header)
            send(self, header, payload, deadline)
            if reply["message"]["type"] == "returned":
                seen.append(reply["number"])
                for ahead in range(1, 4):
                    send(self, json.dumps(reply | {"number": seen[0] + ahead}).encode(), payload, deadline)
        frames.Channel.send = early
        def f():
            return 1
    """
    student = opened(source)

    assert student.f() == 1
    assert ending_of(student).ending is Ending.PROTOCOL


def test_the_command_line_holds_nothing_of_ours(opened: Opener) -> None:
    """A submission that reads its arguments finds none."""
    assert opened("import sys\ndef f():\n    return sys.argv, sys.orig_argv\n").f() == (
        ["submission.py"],
        ["submission.py"],
    )


def test_a_fault_in_the_runner_shows_no_file_of_ours(opened: Opener) -> None:
    """Where a submission makes the runner itself fail, the student reads one line without a path."""
    student = opened("import grader.wire.frames as f_\ndef f():\n    f_.Channel.receive = None\n")
    student.f()

    report = ending_of(student)

    assert "exit code 70" in str(report.text)
    assert student.remote_wire.session.output.data == b"The process ended with TypeError.\n"


def test_a_forbidden_operation_without_a_name_has_a_sentence() -> None:
    """A runner that names no operation is not quoted with a question mark."""
    assert "an operation that this exercise forbids" in str(forbidden([]).text)


def test_every_signal_has_a_sentence() -> None:
    """A real-time signal has no name in Python; its number is said."""
    assert "SIGSEGV" in str(ended_by_signal(signal.SIGSEGV).text)
    assert "35" in str(ended_by_signal(35).text)


def test_a_hanging_call_is_stopped_from_outside(opened: Opener) -> None:
    """No signal handler or except clause of the submission keeps it alive."""
    source = """
        import signal
        for s in range(1, 32):
            try: signal.signal(s, signal.SIG_IGN)
            except (OSError, ValueError): pass
        def f():
            while True:
                try:
                    while True: pass
                except BaseException: pass
    """
    student = opened(source, call_seconds=0.3)

    with pytest.raises(RunnerEnded) as caught:
        student.f()

    assert caught.value.report.ending is Ending.TIMED_OUT


def test_all_calls_together_have_a_limit(opened: Opener) -> None:
    """Many calls that are each within the limit end when the exercise's time is spent."""
    student = opened("import time\ndef f():\n    time.sleep(0.2)\n", exercise_seconds=0.5)

    with pytest.raises(RunnerEnded) as caught:
        for _ in range(10):
            student.f()

    assert caught.value.report.ending is Ending.OUT_OF_TIME


def test_an_answer_over_the_limit_is_an_exception_record(opened: Opener) -> None:
    """A reply that is too large is refused by the runner's side and says so."""
    student = opened("import torch\ndef f():\n    return torch.zeros(1 << 20)\n", reply_bytes=1 << 10)

    with pytest.raises(StudentRaised, match="ReplyTooLarge"):
        student.f()


def test_prints_and_warnings_are_kept_apart_and_cut_visibly(opened: Opener) -> None:
    """Output goes into its own record, up to the limit, and never changes an answer."""
    source = """
        import warnings, sys, os
        print("at import")
        def f():
            warnings.warn("careful")
            os.write(2, b"raw\\n")
            print("x" * 1000)
            return 1
    """
    student = opened(source, output_bytes=400)

    assert [student.f(), student.f()] == [1, 1]
    output = student.remote_wire.session.output
    assert output.data.startswith(b"at import\n")
    assert b"careful" in output.data
    assert output.truncated
    assert len(output.data) == 400


def test_mutation_aliasing_and_identity_are_reported(opened: Opener) -> None:
    """Writes to tensors, arrays and lists, shared memory and identity are facts of the call."""
    source = """
        def f(x, y, items, array):
            x.data.add_(1)
            items.append(1)
            array[0] = 9
            return y[1:], y
        def g(x):
            return x
    """
    student = opened(source)

    call = record(student.f, torch.zeros(2), torch.ones(3), [0], np.zeros(2))

    assert call.mutated == ("args[0]", "args[3]", "args[2]")
    assert set(call.aliases) == {("result[0]", "args[1]"), ("result[1]", "args[1]")}
    assert record(student.g, torch.zeros(1)).same_as == "args[0]"
    assert torch.equal(call.arguments[0][0], torch.ones(2))


def test_a_change_of_layout_counts_as_mutation(opened: Opener) -> None:
    """Transposing or resizing an argument in place is a write to it."""
    assert record(opened("def f(x):\n    x.t_()\n").f, torch.zeros(2, 3)).mutated == ("args[0]",)


@pytest.mark.parametrize(
    ("statement", "state"),
    [
        ("torch.rand(1)", "the random state of torch"),
        ("torch.set_default_dtype(torch.float64)", "torch's default dtype"),
        ("torch.set_grad_enabled(False)", "torch's gradient mode"),
        ("torch.use_deterministic_algorithms(True)", "torch's deterministic mode"),
    ],
)
def test_changes_of_global_state_are_reported(opened: Opener, statement: str, state: str) -> None:
    """What a call changes for everybody is a fact of the call."""
    assert record(opened(f"import torch\ndef f():\n    {statement}\n").f).state_changed == (state,)


def test_a_setting_changed_by_an_earlier_call_is_told_of_later_ones(opened: Opener) -> None:
    """A runner serves many calls: what the first one left switched is no clean start for the second."""
    student = opened("import torch\ndef f():\n    torch.set_grad_enabled(False)\ndef g():\n    return 1\n")
    assert record(student.g).state_changed == ()
    record(student.f)
    assert record(student.f).state_changed == ("torch's gradient mode",)
    assert record(student.g).state_changed == ("torch's gradient mode",)


def test_random_numbers_drawn_earlier_are_not_told_again(opened: Opener) -> None:
    """Only the call that draws has changed the random state."""
    student = opened("import torch\ndef f():\n    torch.rand(1)\ndef g():\n    return 1\n")
    assert record(student.f).state_changed == ("the random state of torch",)
    assert record(student.g).state_changed == ()


@pytest.mark.parametrize(
    ("result", "note"),
    [
        ("torch.nested.nested_tensor([torch.ones(2), torch.ones(3)])", "nested"),
        ("torch.ones(3).to(torch.float8_e5m2)", "float8_e5m2"),
        ("torch.ones(2).to(torch.complex32)", "complex32"),
        ("torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8)", "quantized"),
        ("torch.ones(2).to_sparse()", "sparse"),
        ("KEPT[0]", "function transform"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_tensors_that_cannot_travel_say_why(opened: Opener, result: str, note: str) -> None:
    """What has no plain elements stays in the runner; the judge is told what it is, and nothing crashes."""
    kept = "KEPT = []\ntorch.vmap(lambda t: KEPT.append(t) or t)(torch.ones(3))\n"
    call = record(opened(f"import torch\n{kept}def f():\n    return {result}\n").f)

    assert note in repr(call.result)


def test_operations_and_bytes_are_counted(opened: Opener) -> None:
    """The trace names ATen operations and the bytes they allocate; a view allocates none."""
    student = opened("def f(x):\n    return x.expand(4, 3) + 1\ndef g(x):\n    return x.expand(4, 3)\n")

    call = record(student.f, torch.ones(3))

    assert call.ops == {"aten::expand": 1, "aten::add": 1}
    assert call.bytes_allocated == 4 * 3 * 4
    assert record(student.g, torch.ones(3)).bytes_allocated == 0


def test_gradients_are_computed_where_the_graph_is(opened: Opener) -> None:
    """A vector-Jacobian product comes back by argument; detached results are named."""
    student = opened("def f(x, k):\n    return x * k, x.detach()\n")
    path = student.f.remote_path

    call = student.remote_wire.start_differentiate(
        path, (torch.ones(2), 3.0), {}, [torch.tensor([1.0, 2.0]), torch.ones(2)], ["args[0]"]
    )()

    assert torch.equal(call.gradients["args[0]"], torch.tensor([3.0, 6.0]))
    assert call.detached == ("result[1]",)


def test_every_example_starts_from_the_same_random_state(opened: Opener) -> None:
    """Within an example the stream goes on; a new example starts it again."""
    student = opened("import torch\ndef f():\n    return torch.rand(1)\n")
    session = student.remote_wire.session

    session.begin_example(3)
    first = [student.f(), student.f()]
    session.begin_example(3)
    again = [student.f(), student.f()]

    assert first == again
    assert first[0] != first[1]


def test_the_runner_has_no_secrets(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Environment, standard input and descriptors hold nothing of the judge's."""
    monkeypatch.setenv("CANARY", "secret")
    source = """
        import os, sys
        def f():
            return "CANARY" in os.environ, sys.stdin.read(), sorted(int(n) for n in os.listdir("/proc/self/fd"))
    """
    secret, stdin, descriptors = opened(source).f()

    assert (secret, stdin) == (False, "")
    assert len(descriptors) <= 5  # 0, 1, 2, the job's socket, and the listing itself


def test_a_closed_session_leaves_no_process(zygote: Zygote, opened: Opener) -> None:
    """Closing kills the runner and its supervisor, and nothing else."""
    student = opened("def f():\n    return 1\n")
    student.f()
    runner = student.remote_wire.session._runner
    assert runner is not None
    assert zygote._standby is not None
    zygote._standby[1].wait_born()
    before = descendants(zygote.pid)

    student.remote_wire.session.close()

    assert runner.exit is not None
    assert runner.exit.signal == signal.SIGKILL
    assert len(eventually_descendants(zygote, len(before) - 2)) == len(before) - 2


def eventually_descendants(zygote: Zygote, wanted: int) -> set[int]:
    """Return the processes below the zygote once there are `wanted`, or after a while."""
    deadline = time.monotonic() + 5
    while len(found := descendants(zygote.pid)) != wanted and time.monotonic() < deadline:
        select.select([], [], [], 0.01)
    return found


def test_forbidden_operations_end_the_runner_even_if_swallowed(zygote: Zygote) -> None:
    """A hit at run time outranks the answer, whatever the submission catches."""
    source = "import torch\ndef f(x):\n    try:\n        return x.gather(0, x.long())\n    except BaseException:\n        return x\n"
    session = Session(zygote, exercise(Limits(), forbidden=("gather",)), source)

    with pytest.raises(RunnerEnded) as caught:
        Student(session).f(torch.zeros(1))

    assert caught.value.report.ending is Ending.FORBIDDEN
    assert caught.value.report.line == 4
