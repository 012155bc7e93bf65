"""Loading a submission: check the source, execute it as a module from text, describe its target."""

from __future__ import annotations

import builtins
import inspect
import itertools
import linecache
import sys
import traceback
import types
from collections.abc import Sequence

from grader.runner.forbidden import check_source, prepared_for, sentry
from grader.runner.fronts import ForbiddenOperation
from grader.wire import messages as m

MODULE_NAME = "submission"
MAX_MESSAGE = 2000
MAX_LINE = 1 << 31
BUILTINS = frozenset(id(value) for value in vars(builtins).values() if isinstance(value, type)) - {id(object)}
UNNAMED = "<unknown>"  # what ast.parse calls a source


class Submission:
    """One submission in this runner: its text, its rules, and its module once it is loaded."""

    def __init__(self, request: m.Check) -> None:
        self.filename = request.filename
        self.target = request.target
        self.rules = sentry(request.forbidden, request.forbid_broadcast, request.filename)
        self.module = types.ModuleType(MODULE_NAME)
        self._source = request.source
        self._patterns = request.forbidden

    def check(self) -> m.Checked:
        """Parse, look for forbidden operations; a source that is not Python is reported, not raised."""
        try:
            hits = check_source(self._source, self.target, self._patterns)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            return m.Checked(error=describe(error, self.filename))
        return m.Checked([m.Hit(hit.name, hit.route, hit.line) for hit in hits[: m.MAX_HITS]])

    def load(self) -> m.Loaded:
        """Execute the source; report what it defines, or the exception it raised."""
        self.rules.install()
        lines = self._source.splitlines(keepends=True)
        linecache.cache[self.filename] = (len(self._source), None, lines, self.filename)
        self.module.__file__ = self.filename
        sys.modules[MODULE_NAME] = self.module
        error = None
        try:
            # dont_inherit: or this file's own __future__ imports would hold in the submission
            exec(compile(self._source, self.filename, "exec", dont_inherit=True), self.module.__dict__)
        except ForbiddenOperation:
            pass  # kept in rules.hits
        except BaseException as raised:
            error = describe(raised, self.filename)
        return self._describe_target(error)

    def hits(self) -> list[m.Hit]:
        """Return the forbidden operations reached so far, tampering with the watch among them."""
        self.rules.verify()
        return [m.Hit(hit.name, hit.route, hit.line) for hit in self.rules.hits[: m.MAX_HITS]]

    def _describe_target(self, error: m.ExceptionRecord | None) -> m.Loaded:
        names = [plain(name, 200) for name in vars(self.module) if not name.startswith("__")][: m.MAX_NAMES]
        found = self.target in vars(self.module)
        value = vars(self.module).get(self.target)
        return m.Loaded(
            names,
            found,
            callable=callable(value),
            type_name=name_of(type(value)),
            parameters=parameters_of(value),
            error=error,
            hits=self.hits(),
        )


def prepare_for(forbidden: Sequence[str]) -> None:
    """Compile an exercise's patterns, for all submissions to come."""
    prepared_for(tuple(forbidden))


def parameters_of(value: object) -> list[str] | None:
    """Return a callable's parameters as written, e.g. ``["x", "dim", "*args"]``; None where unknown.

    Of a signature without end, the first ones.
    """
    try:
        signature = inspect.signature(value)  # type: ignore[arg-type]
    except Exception:
        return None  # a builtin, or something that only looks callable: nothing to hold it to
    written: list[str] = []
    for parameter in itertools.islice(signature.parameters.values(), m.MAX_NAMES - 1):  # and a star
        if parameter.kind is parameter.KEYWORD_ONLY and not any(name.startswith("*") for name in written):
            written.append("*")
        written.append(plain(str(parameter), 200))
    return written


def describe(error: BaseException, filename: str) -> m.ExceptionRecord:
    """Turn an exception into data; its ``__str__`` is a submission's code and may itself raise."""
    try:
        message = str(error.msg if isinstance(error, SyntaxError) else error)
    except BaseException as second:
        message = f"(its message could not be read: {name_of(type(second))})"
    message = plain(message, MAX_MESSAGE)
    return m.ExceptionRecord(
        name_of(type(error)),
        builtin_bases(type(error)),
        message,
        own_frames(error, filename),
        out_of_memory=is_out_of_memory(error, message),
    )


def plain(written: object, limit: int) -> str:
    """Return a text as a str of at most `limit` characters; nothing of its own class is asked."""
    if not isinstance(written, str) or not issubclass(type(written), str):  # a class may lie once
        return ""
    return str.encode(str.__getitem__(written, slice(limit)), "utf-8", "backslashreplace").decode()[:limit]


def name_of(kind: type) -> str:
    """Return a class's name, whatever its metaclass says."""
    return plain(type.__dict__["__name__"].__get__(kind), 200)


def line_number(number: object) -> int:
    """Return a line's number; 0 for what cannot be one."""
    return number if type(number) is int and 0 <= number < MAX_LINE else 0


def builtin_bases(kind: type[BaseException]) -> list[str]:
    """Return the built-in classes in an exception's MRO, most specific first."""
    bases = type.__dict__["__mro__"].__get__(kind)
    return [base.__name__ for base in bases if id(base) in BUILTINS][: m.MAX_BASES]


def is_out_of_memory(error: BaseException, message: str) -> bool:
    """Tell a refused allocation from other errors (torch raises RuntimeError for it on the CPU)."""
    refused = "can't allocate memory" in message or "out of memory" in message.lower()
    return isinstance(error, MemoryError) or (isinstance(error, RuntimeError) and refused)


def own_frames(error: BaseException, filename: str) -> list[m.Frame]:
    """Return the submission's own lines in the traceback, outermost first."""
    if isinstance(error, SyntaxError) and error.filename in (filename, UNNAMED):
        return [m.Frame(line_number(error.lineno), "", plain(error.text, 200).rstrip())]
    frames: Sequence[traceback.FrameSummary] = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == filename][-m.MAX_FRAMES :]
    return [m.Frame(line_number(f.lineno), plain(f.name, 200), plain(f.line, 200)) for f in own]
