"""The nouns of grading. Plain, frozen, no torch; everything else imports this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction

MAX_FIELD = 2000


class Outcome(Enum):
    """How one property ended."""

    HELD = "held"
    FALSIFIED = "falsified"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    NOT_RUN = "not_run"


class Verdict(Enum):
    """How an attempt ended. The last one is never the student's fault and costs no points.

    The two about examples are those of an attempt that had no hidden properties to be held to.
    """

    ACCEPTED = "accepted"
    PARTIAL = "partial"
    REJECTED = "rejected"
    NO_TARGET = "no_target"
    CRASHED = "crashed"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    FORBIDDEN = "forbidden"
    EXAMPLES_HELD = "examples_held"
    EXAMPLES_FELL = "examples_fell"
    GRADER_FAULT = "grader_fault"


class Scope(Enum):
    """What an attempt was held to: the hidden properties, or only the public examples of a release."""

    PROPERTIES = "properties"
    EXAMPLES = "examples"


class DifferenceKind(Enum):
    """What differs first between an answer and the expected one, in the order in which we look."""

    EXCEPTION = "exception"
    TYPE = "type"
    SHAPE = "shape"
    DTYPE = "dtype"
    DEVICE = "device"
    ALIASING = "aliasing"
    MUTATION = "mutation"
    NONFINITE = "nonfinite"
    VALUES = "values"
    GRADIENT = "gradient"
    STATE = "state"
    EFFORT = "effort"
    LAW = "law"
    CLAIM = "claim"


class DeviceState(Enum):
    """What happened on a device. ABSENT is never shown as passed."""

    RAN = "ran"
    SIMULATED = "simulated"
    ABSENT = "absent"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A sentence an exercise author wrote in both languages."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """Return the Chinese sentence for ``zh*`` languages where there is one, else the English one."""
        return self.zh if language.startswith("zh") and self.zh else self.en


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of ours, translated when shown: a gettext message id with ``{named}`` fields.

    ``str()`` gives the English sentence; ``grader.i18n`` gives the others.
    """

    message: str
    fields: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.fill(self.message)

    def fill(self, message: str) -> str:
        """Put the fields into ``message`` (the id or its translation); braces in fields stay text."""
        return message.format_map(dict(self.fields))


def text(message: str, /, **fields: object) -> Text:
    """Build a `Text`; every field is kept as a string, long ones cut, so that records stay plain data."""
    return Text(message, tuple((name, _cut(str(value))) for name, value in fields.items()))


def _cut(field: str) -> str:
    """Shorten a field so that a reader sees it: some are a submission's words, which may have no end."""
    left_out = len(field) - MAX_FIELD
    return field if left_out <= 0 else f"{field[:MAX_FIELD]}… {left_out} more"


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a grid; ``marked`` where it differs from what was expected."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as a reader sees it: a header for tensors, the text, and a grid when it is small.

    ``header`` is e.g. ``float64 [2, 3] cpu``, empty for anything that is not a tensor or array.
    ``grid`` has the rows of a tensor of rank 1 or 2 with at most 8 x 8 elements, else None.
    """

    text: str
    header: str = ""
    grid: tuple[tuple[Cell, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Where an answer differs first from what was expected, and by how much."""

    kind: DifferenceKind
    text: Text


@dataclass(frozen=True, slots=True)
class Counterexample:
    """The smallest inputs found that break a property, already rendered: no tensor in here.

    ``elements`` counts the tensor elements in the inputs; ``minimal`` is False when the search had
    to stop before it had finished shrinking; ``replay`` is Python that repeats the failing call.
    """

    call: str
    inputs: tuple[tuple[str, Shown], ...]
    expected: Shown | None
    actual: Shown | None
    difference: Difference
    elements: int
    minimal: bool = True
    replay: str = ""


@dataclass(frozen=True, slots=True)
class DeviceOutcome:
    """How one property ended on one device (``cpu``, ``cuda`` or ``simulated``)."""

    device: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class PropertyResult:
    """How one property ended, over every device it ran on. No clock in here."""

    name: str
    title: Bilingual
    outcome: Outcome
    points: Fraction
    max_points: Fraction
    counterexample: Counterexample | None = None
    message: Text | None = None
    hint: Bilingual | None = None
    devices: tuple[DeviceOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The chaff whose wrong answers the student's answers equal, and what to read again."""

    chaff: str
    misconception: Bilingual
    notes: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class DeviceRun:
    """What ran where in an attempt; ``note`` says why a device was absent."""

    device: str
    state: DeviceState
    note: Text | None = None


class Level(Enum):
    """How well the sandbox keeps a submission in, from worst to best; docs/security.md says what holds."""

    NONE = "L0"
    THIN = "L1"
    FILTERED = "L2"
    FULL = "L3"

    def __ge__(self, other: Level) -> bool:
        return self.value >= other.value


@dataclass(frozen=True, slots=True)
class Submission:
    """What was handed in: the text that was graded is the text that was hashed (UTF-8, SHA-256)."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One grading of one submission: what the gradebook stores and every report shows.

    ``messages`` explain the verdict (what happened, what was expected, the next step); ``output`` is
    what the student's code printed or warned, kept apart because it never changes a score. ``level`` says
    how well the sandbox kept it in; None where nothing of it was run. ``deducted`` is what lateness cost:
    ``score`` is what is left. Where ``scope`` is the public examples, they are the ``results``, nothing is
    worth a point, and the hidden properties were not run.
    """

    student: str
    exercise: str
    exercise_title: Bilingual
    submission: Submission
    verdict: Verdict
    score: Fraction
    max_score: Fraction
    results: tuple[PropertyResult, ...]
    devices: tuple[DeviceRun, ...]
    level: Level | None
    graded_at: datetime
    diagnosis: Diagnosis | None = None
    messages: tuple[Text, ...] = ()
    output: str = ""
    output_truncated: bool = False
    deducted: Fraction = Fraction(0)
    scope: Scope = Scope.PROPERTIES

    @property
    def done(self) -> bool:
        """Whether everything that it was held to held."""
        return self.verdict in (Verdict.ACCEPTED, Verdict.EXAMPLES_HELD)

    @property
    def held(self) -> int:
        """How many of its properties or examples held."""
        return sum(result.outcome is Outcome.HELD for result in self.results)


@dataclass(frozen=True, slots=True)
class Module:
    """A step of the learning path; ``needs`` are the modules to be passed before it opens."""

    id: str
    title: Bilingual
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a runner may use, enforced from the judge's side and by the kernel.

    ``call_seconds``, ``load_seconds``, ``exercise_seconds``: wall time spent waiting for the runner (one
    call, the import, all calls together); ``cpu_seconds``: processor time of one runner. Sizes are bytes:
    memory beyond what the runner starts with, one file, all files in the scratch folder, one answer, what
    is printed, the submission's text. ``threads`` counts the runner's own first one.
    """

    call_seconds: float = 5.0
    load_seconds: float = 10.0
    exercise_seconds: float = 60.0
    cpu_seconds: float = 60.0
    memory_bytes: int = 1 << 30
    file_bytes: int = 16 << 20
    disk_bytes: int = 32 << 20
    reply_bytes: int = 64 << 20
    output_bytes: int = 64 << 10
    source_bytes: int = 256 << 10
    open_files: int = 128
    threads: int = 32


@dataclass(frozen=True, slots=True)
class Exercise:
    """What ``exercises/<slug>/exercise.toml`` and its folder say.

    ``forbidden`` holds patterns of public names (``gather``, ``nn.init.xavier_*``, ``numpy``);
    ``forbid_broadcast`` names operators whose tensor operands must have equal shapes.
    ``by_law`` marks answers that are compared by their distribution, not element by element.
    """

    slug: str
    title: Bilingual
    target: str
    module: str
    level: int
    notes: Bilingual
    hints: tuple[Bilingual, ...]
    forbidden: tuple[str, ...] = ()
    forbid_broadcast: tuple[str, ...] = ()
    by_law: bool = False
    mandatory: bool = False
    limits: Limits = Limits()


def format_score(score: Fraction) -> str:
    """Write an exact score: ``7``, ``7.5``, or ``22/3`` where no short decimal is exact."""
    if score.denominator == 1:
        return str(score.numerator)
    if score.denominator in (2, 4, 5, 10, 20, 25, 50, 100):
        return f"{float(score):.2f}".rstrip("0")
    return f"{score.numerator}/{score.denominator}"
