"""A submission in its runner cannot lay hands on what watches it, nor pass its code off as a library's."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

import pytest
import torch

from grader.claims.falsified import start
from grader.client.ending import Ending, RunnerEnded
from grader.client.proxy import Call, Student
from grader.client.session import Session
from grader.client.zygote import Zygote
from grader.model import Bilingual, Exercise, Limits

HEAD = """
import contextlib, functools, inspect, sys, threading, types
import torch
NAME = "soft" + chr(109) + "ax"
def forbidden(x): return getattr(torch, NAME)(x, -1)
"""
Caller = Callable[..., Call]
X = torch.linspace(-1.0, 1.0, 6).reshape(2, 3)


@pytest.fixture
def sessions(zygote: Zygote) -> Iterator[list[Session]]:
    """Sessions to be closed at the end."""
    opened: list[Session] = []
    yield opened
    for session in opened:
        session.close()


@pytest.fixture
def call(zygote: Zygote, sessions: list[Session]) -> Caller:
    """Return a function that opens a source and calls its ``f(X)`` without modes: only kernels and guards watch."""

    def called(source: str, *forbidden: str) -> Call:
        nothing = Bilingual("", "")
        limits = Limits(load_seconds=60.0, call_seconds=60.0)
        exercise = Exercise(
            "probe", nothing, "f", "M00", 1, nothing, (), limits=limits, forbidden=forbidden or ("softmax",)
        )
        session = Session(zygote, exercise, HEAD + textwrap.dedent(source))
        sessions.append(session)
        session.begin_example(0, traced=False)
        return start(Student(session).f, X)()

    return called


STRANGERS = {
    "text under another name": """
        space = {"forbidden": forbidden}
        exec(compile(f"import torch\\ndef f(x): return torch.{NAME}(x, -1)", "elsewhere", "exec"), space)
        f = space["f"]
    """,
    "text below a legal function": """
        space = {"torch": torch}
        exec(compile(f"def g(x): return torch.{NAME}(x, -1)", torch.functional.__file__, "exec"), space)
        def f(x): return torch.vmap(space["g"])(x)
    """,
    "code that claims torch's file": """
        code = (lambda x: getattr(torch, NAME)(x, -1)).__code__
        code = code.replace(co_filename=torch.functional.__file__, co_name="einsum", co_qualname="einsum")
        f = types.FunctionType(code, {"torch": torch, "NAME": NAME, "__name__": "torch.functional"})
    """,
    "text compiled in torch's name and space": """
        text = f"def einsum(x): return torch.{NAME}(x, -1)"
        exec(compile(text, torch.functional.__file__, "exec"), vars(torch.functional))
        f = torch.functional.einsum
    """,
    "code put into torch's function": """
        def g(x): return getattr(sys.modules["torch"], "soft" + chr(109) + "ax")(x, -1)
        torch.functional.einsum.__globals__["sys"] = sys
        torch.functional.einsum.__code__ = g.__code__.replace(co_filename=torch.functional.__file__)
        f = lambda x: torch.functional.einsum(x)
    """,
    "partial application": "f = functools.partial(getattr(torch, NAME), dim=-1)",
    "nested partial application": "f = functools.partial(functools.partial(getattr(torch, NAME)), dim=-1)",
    "bound by operator": """
        import operator
        f = operator.methodcaller(NAME, -1)
    """,
    "iterator without a frame": """
        f = lambda x: map(functools.partial(getattr(torch, NAME), dim=-1), [x])
    """,
    "partial application in a mode's name": """
        def f(x):
            with torch.overrides.BaseTorchFunctionMode() as mode:
                return mode.__torch_function__(functools.partial(getattr(torch, NAME), dim=-1), (), (x,))
    """,
}


@pytest.mark.parametrize("name", STRANGERS)
def test_code_that_claims_to_be_nobodys_is_the_submissions(call: Caller, name: str) -> None:
    """Whatever its code says of itself, or without any code of its own, the call is the submission's."""
    with pytest.raises(RunnerEnded) as ended:
        list(call(STRANGERS[name]).result)

    assert ended.value.report.ending is Ending.FORBIDDEN


ATTACKS = {
    "attributes of the import guard": """
        guard = sys.meta_path[0]
        for name in type(guard).__slots__:
            with contextlib.suppress(Exception):
                setattr(guard, name, lambda *args: None)
        del sys.meta_path[0]
    """,
    "rules found by frames": """
        def rules():
            frame = sys._getframe()
            while getattr(frame.f_locals.get("self"), "submission", None) is None:
                frame = frame.f_back
            return frame.f_locals["self"].submission.rules
        def attack():
            found = rules()
            found.hits.clear()
            for name in dir(found):
                for value in (None, [], lambda *args, **kwargs: None):
                    if not name.startswith("__"):
                        with contextlib.suppress(Exception):
                            setattr(found, name, value)
    """,
    "classes and functions in every module that is ours": """
        def attack():
            ours = [module for name, module in sys.modules.items() if name.startswith("grader.runner")]
            kinds = [kind for module in ours for kind in vars(module).values() if isinstance(kind, type)]
            for owner in ours:
                if owner.__name__.endswith((".fronts", ".sealing", ".trace")):
                    for name, value in list(vars(owner).items()):
                        if isinstance(value, types.FunctionType):
                            setattr(owner, name, lambda *args, **kwargs: None)
            for kind in kinds:
                for name in ("_hit", "hits", "judge", "suspects", "settle", "check_operator"):
                    if hasattr(kind, name):
                        with contextlib.suppress(Exception):
                            setattr(kind, name, lambda *args, **kwargs: None)
    """,
    "a fresh copy of the watch": """
        import grader.runner.native as native, grader.runner.frames as frames
        native.symbols = lambda gathered: []
        frames.Walk.claim = frames.UnwatchedWalk.claim = lambda *args: frames.LIBRARYS_OWN
    """,
    "closures of what is guarded": """
        def attack():
            for function in (threading.Thread.start, torch.Tensor.numpy):
                for cell in function.__closure__:
                    with contextlib.suppress(Exception):
                        cell.cell_contents = lambda *args, **kwargs: (None, None)
    """,
    "the function that carries out calls": """
        import grader.runner.calls as calls, grader.wire.messages as m
        def own(watch, request, decoder, encoder):
            (x,) = [decoder.decode(value) for value in request.args]
            return m.Returned(encoder.encode(forbidden(x)))
        calls.call = own
    """,
    "the function that hands over": """
        import grader.runner.calls as calls
        calls.handed_over = lambda function, *args, **kwargs: function(*args, **kwargs)
        calls.handed_over.__code__ = (lambda function, *args, **kwargs: function(*args, **kwargs)).__code__
    """,
    "builtins that decide": """
        import builtins
        def attack():
            builtins.all = builtins.any = lambda *args: False
            builtins.map = builtins.filter = lambda *args: iter(())
    """,
    "an own list of frames": """
        frame, get = torch.autograd.graph._engine_run_backward, sys._getframe
        def generator():
            yield get()
        def attack():
            suspended = generator()
            next(suspended)
            sys._getframe = lambda *depth: suspended.gi_frame
    """,
    "names of the interpreter's instructions": """
        import dis
        def attack(): dis.opname[:] = ["NOP"] * len(dis.opname)
        def forbidden(x): return torch.vmap(lambda row: getattr(row, NAME)(-1))(x)
    """,
}


# What they leave behind breaks the runner's own loop: no answer either.
SPOILED = {"rules found by frames", "the function that carries out calls"}


@pytest.mark.parametrize("name", ATTACKS)
def test_the_watch_cannot_be_blinded(call: Caller, name: str) -> None:
    """After an attempt on what can be reached, the forbidden call has no answer."""
    source = f"""
def attack(): pass
{textwrap.dedent(ATTACKS[name])}
def f(x):
    with contextlib.suppress(Exception):
        attack()
    return forbidden(x)
"""

    with pytest.raises(RunnerEnded) as ended:
        call(source, "softmax", "numpy")

    assert ended.value.report.ending is (Ending.CRASHED if name in SPOILED else Ending.FORBIDDEN)


@pytest.mark.parametrize(
    "line",
    [
        "getattr(sys, 'set' + chr(116) + 'race')(lambda *args: None)",
        "getattr(sys, 'set' + chr(112) + 'rofile')(None)",
        "getattr(threading, 'set' + chr(116) + 'race')(None)",
        "functools.partial(getattr(sys, 'add' + chr(97) + 'udithook'))(print)",
        "getattr(sys, '_current' + chr(95) + 'frames')()",
    ],
)
def test_nobody_looks_on_while_the_watch_decides(call: Caller, line: str) -> None:
    """Tracing, profiling, listening and looking into other threads are hits where something is forbidden."""
    with pytest.raises(RunnerEnded) as ended:
        call(f"def f(x): {line}")

    assert ended.value.report.ending is Ending.FORBIDDEN
    assert ended.value.report.line == HEAD.count("\n") + 1


SEARCH = """
HIDDEN = ("broadcasts", "forbidden", "frames", "guards", "kernels", "native", "origins", "patterns", "prepared",
          "scopes", "source")
KINDS = ("Rules", "Patterns", "Walk", "UnwatchedWalk", "Kernels", "Known")

def is_ours(name): return str(name).startswith("grader")

def parts(thing):
    match thing:
        case types.FrameType(): return [thing.f_locals, thing.f_back, *[thing.f_globals] * is_ours(thing.f_globals.get("__name__"))]
        case types.TracebackType(): return [thing.tb_frame, thing.tb_next]
        case types.FunctionType():
            cells = [cell.cell_contents for cell in thing.__closure__ or ()]
            return [*cells, vars(thing), thing.__defaults__, *[thing.__globals__] * is_ours(thing.__module__)]
        case types.MethodType(): return [thing.__self__, thing.__func__]
        case types.BuiltinMethodType() | types.MethodWrapperType(): return [thing.__self__]
        case types.ModuleType(): return [vars(thing)] * is_ours(thing.__name__)
        case types.GeneratorType(): return [thing.gi_frame]
        case types.CellType(): return [thing.cell_contents]
        case property(): return [thing.fget, thing.fset, thing.fdel]
        case functools.partial(): return [thing.func, thing.args, thing.keywords]
        case BaseException(): return [thing.__traceback__, thing.__context__, vars(thing)]
        case dict(): return list(thing.values())
        case list() | tuple() | set() | frozenset(): return list(thing)
        case type(): return [vars(thing)[name] for name in vars(thing)] if is_ours(thing.__module__) else []
    slots = [getattr(kind, "__slots__", ()) for kind in type(thing).__mro__]
    names = [name for slot in slots for name in ((slot,) if isinstance(slot, str) else slot)]
    return [getattr(thing, name, None) for name in names] + [getattr(thing, "__dict__", None)]

def found_from(roots):
    seen, queue, found = {}, list(roots), set()
    while queue:
        thing = queue.pop()
        if id(thing) in seen:
            continue
        seen[id(thing)] = thing
        code = getattr(thing, "__code__", None) or getattr(thing, "f_code", None)
        file = str(getattr(code, "co_filename", ""))
        if type(thing).__name__ in KINDS or file.endswith(tuple(f"grader/runner/{name}.py" for name in HIDDEN)):
            found.add(f"{type(thing).__name__} {file}")
        with contextlib.suppress(ValueError, AttributeError, KeyError):
            queue += parts(thing)
    return found, len(seen)

def refusal():
    try:
        forbidden(torch.ones(1, 2))
    except BaseException as error:
        return error, error.__traceback__, sys.exc_info()

def f(x):
    ours = [module for name, module in sys.modules.items() if is_ours(name)]
    modes = torch.overrides._get_current_function_mode_stack()
    guards = [torch.Tensor.numpy, torch.from_numpy, torch.library.Library.__init__, threading.Thread.start]
    roots = [sys._getframe(), sys.meta_path, *ours, *modes, *guards, refusal()]
    found, seen = found_from(roots)
    print(f"seen {seen > 1000}, found {sorted(found)};")
"""


def test_nothing_that_can_be_reached_leads_to_the_rules(call: Caller, sessions: list[Session]) -> None:
    """Frames, closures, modules, guards and the traceback of a refusal lead to no part of what decides."""
    with pytest.raises(RunnerEnded) as ended:
        call(SEARCH, "softmax", "numpy")

    assert ended.value.report.ending is Ending.FORBIDDEN
    assert "seen True, found [];" in sessions[0].output.data.decode()


LEGAL = {
    "target without a frame": ("softmax", "f = functools.partial(torch.nn.functional.cross_entropy, target=Y)"),
    "module as the target": ("softmax", "f = torch.nn.MultiheadAttention(3, 1)\ng = f.forward\nf = lambda x: g(x, x, x)"),
    "optimizer imported late": (
        "add", "def f(x): p = torch.nn.Parameter(x); o = torch.optim.Adam([p]); p.sum().backward(); o.step()"
    ),
    "distribution imported late": ("softmax", "def f(x): return torch.distributions.Categorical(logits=x).entropy()"),
    "record with a computed field": (
        "softmax",
        """
        from dataclasses import dataclass, field
        from collections import namedtuple
        @dataclass
        class Row:
            values: torch.Tensor
            def __post_init__(self): self.loss = torch.nn.functional.cross_entropy(self.values, Y)
        Pair = namedtuple("Pair", "a b")
        def f(x): return Pair(Row(x).loss, x).a
        """,
    ),
    "text that is legal": ("softmax", "def f(x): return eval('torch.nn.functional.cross_entropy(x, Y)')"),
    "handle to a legal iterator": ("softmax", "f = lambda x: list(map(torch.nn.functional.cross_entropy, [x], [Y]))"),
    "debugger of the library": ("softmax", "import bdb\ndef f(x): return bdb.Bdb().runcall(torch.exp, x)"),
    "frames found by a library": ("softmax", "import logging\ndef f(x): logging.warning('loud'); return x"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEGAL)
def test_legal_calls_stay_legal_in_a_runner(call: Caller, name: str) -> None:
    """What torch does for its own work, in modules imported late or below no frame at all, is torch's."""
    pattern, source = LEGAL[name]

    made = call(f"Y = torch.zeros(2, dtype=torch.long)\n{textwrap.dedent(source)}", pattern)

    assert made.raised is None
