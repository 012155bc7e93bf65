"""Attempts for the tests of every report: each verdict once, and strings that try to get out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from grader.course import Course
from grader.model import (
    Attempt,
    Bilingual,
    Cell,
    Counterexample,
    DeviceOutcome,
    DeviceRun,
    DeviceState,
    Diagnosis,
    Difference,
    DifferenceKind,
    Level,
    Outcome,
    PropertyResult,
    Scope,
    Shown,
    Submission,
    Verdict,
    text,
)

GATHER = Bilingual("Gather along a dimension", "沿某一维收集")
FOCAL = Bilingual("Focal loss", "焦点损失")
HOSTILE_NAME = "<script>alert('x')</script> [red]& \x1b[2J\u202emoc.live\u2028../../etc/passwd 王小明 \ud800"
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff" * 15
HOSTILE_OUTPUT = (
    "loss 0.5\n\x1b[31mred\x1b[0m \x9b2J \x00 \u202eecnavda\n</pre><script>alert(1)</script>\n[bold]x[/]\n"
)


def grid(*rows: str) -> tuple[tuple[Cell, ...], ...]:
    """Read rows such as ``"1 2 *3"``; a star marks the cell."""
    return tuple(tuple(Cell(cell.lstrip("*"), cell.startswith("*")) for cell in row.split()) for row in rows)


COUNTEREXAMPLE = Counterexample(
    call="gather(x, 1, index)",
    inputs=(
        ("x", Shown("tensor([[1., 2.], [3., 4.]])", "float64 [2, 2] cpu", grid("1 2", "3 4"))),
        ("dim", Shown("1")),
        ("index", Shown("tensor([[0, 0], [1, 0]])", "int64 [2, 2] cpu", grid("0 0", "1 0"))),
    ),
    expected=Shown("tensor([[1., 1.], [4., 3.]])", "float64 [2, 2] cpu", grid("1 1", "*4 *3")),
    actual=Shown("tensor([[1., 1.], [3., 3.]])", "float64 [2, 2] cpu", grid("1 1", "*1 *1")),
    difference=Difference(
        DifferenceKind.VALUES,
        text(
            "{en}",
            en="2 of 4 elements differ; the worst is at [1, 0].",
            zh="4 个元素中有 2 个不同，差得最多的在 [1, 0]。",
        ),
    ),
    elements=8,
    replay="import torch\nfrom gather import gather\n\n"
    "x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], dtype=torch.float64)\n"
    "print(gather(x, 1, torch.tensor([[0, 0], [1, 0]])))\n",
)

AGREES = PropertyResult(
    "test_agrees",
    Bilingual("Agrees with the reference for any index.", "对任意下标都与参考实现一致。"),
    Outcome.FALSIFIED,
    Fraction(0),
    Fraction(4),
    counterexample=COUNTEREXAMPLE,
    hint=Bilingual("Each row of the index chooses for itself.", "下标的每一行各选各的。"),
    devices=(DeviceOutcome("cpu", Outcome.FALSIFIED), DeviceOutcome("simulated", Outcome.HELD)),
)
UNCHANGED = PropertyResult(
    "test_inputs_unchanged",
    Bilingual("Leaves its inputs alone.", "不改动输入。"),
    Outcome.HELD,
    Fraction(3),
    Fraction(3),
)
RAISES = PropertyResult(
    "test_raises",
    Bilingual("Raises IndexError for an index out of range.", "下标越界时抛出 IndexError。"),
    Outcome.RAISED,
    Fraction(0),
    Fraction(2),
    message=text("{en}", en="KeyError: '<b>\x1b[1m'", zh="KeyError：'<b>\x1b[1m'"),
)
SLOW = PropertyResult(
    "test_vectorised",
    Bilingual("The number of operations does not grow with the input.", "运算次数不随输入增长。"),
    Outcome.TIMED_OUT,
    Fraction(0),
    Fraction(1),
)

CPU = DeviceRun("cpu", DeviceState.RAN)
SIMULATED = DeviceRun("simulated", DeviceState.SIMULATED)
NO_CUDA = DeviceRun("cuda", DeviceState.ABSENT, text("{en}", en="no GPU was found", zh="没有找到 GPU"))

PARTIAL = Attempt(
    student="s01",
    exercise="gather",
    exercise_title=GATHER,
    submission=Submission("gather.py", "ab" * 32),
    verdict=Verdict.PARTIAL,
    score=Fraction(3),
    max_score=Fraction(10),
    results=(UNCHANGED, AGREES, RAISES, SLOW),
    devices=(CPU, SIMULATED, NO_CUDA),
    level=Level.FULL,
    graded_at=datetime(2026, 3, 1, 12, 0, tzinfo=UTC),
    diagnosis=Diagnosis(
        "same_index_in_every_row",
        Bilingual("Selects with the same index in every row.", "每一行都用同一组下标。"),
        Bilingual("S1 §33 gather", "S1 第 33 节 gather"),
    ),
    output="shape torch.Size([2, 2])\n",
)


def held(result: PropertyResult) -> PropertyResult:
    """The same property, held."""
    return replace(
        result, outcome=Outcome.HELD, points=result.max_points, counterexample=None, message=None, devices=()
    )


ACCEPTED = replace(
    PARTIAL,
    verdict=Verdict.ACCEPTED,
    score=Fraction(10),
    results=tuple(map(held, PARTIAL.results)),
    diagnosis=None,
    output="",
)
REJECTED = replace(
    PARTIAL,
    verdict=Verdict.REJECTED,
    score=Fraction(22, 3),
    results=(AGREES, replace(SLOW, outcome=Outcome.NOT_RUN)),
    diagnosis=None,
)


def _ended(verdict: Verdict, en: str, zh: str) -> Attempt:
    return replace(
        PARTIAL,
        verdict=verdict,
        score=Fraction(0),
        results=(),
        diagnosis=None,
        messages=(text("{en}", en=en, zh=zh),),
        output="",
    )


NO_TARGET = _ended(Verdict.NO_TARGET, "gather.py defines no gather.", "gather.py 中没有定义 gather。")
CRASHED = _ended(Verdict.CRASHED, "The process ended with signal 11.", "进程因信号 11 结束。")
TIMED_OUT = _ended(Verdict.TIMED_OUT, "Loading took longer than 10 s.", "加载超过 10 秒。")
OUT_OF_MEMORY = _ended(Verdict.OUT_OF_MEMORY, "More than 1 GiB was asked for.", "申请的内存超过 1 GiB。")
FORBIDDEN = _ended(Verdict.FORBIDDEN, "Line 3 uses torch.gather.", "第 3 行用了 torch.gather。")
GRADER_FAULT = _ended(Verdict.GRADER_FAULT, "The reference raised.", "参考实现抛出了异常。")
HOSTILE = replace(
    PARTIAL,
    student=HOSTILE_NAME,
    submission=Submission("\x1b]0;owned\x07.py", "cd" * 32),
    results=(
        replace(
            AGREES,
            counterexample=replace(
                COUNTEREXAMPLE,
                call="gather('</code><img src=x onerror=alert(1)>\x1b[2J')",
                actual=Shown("y" * 5000 + "\ud800\ufffe]]>"),
            ),
        ),
    ),
    output=HOSTILE_OUTPUT,
    output_truncated=True,
)

# In a release: examples stand where properties do, worth nothing.
EXAMPLES_FELL = replace(
    PARTIAL,
    verdict=Verdict.EXAMPLES_FELL,
    score=Fraction(0),
    max_score=Fraction(0),
    results=tuple(
        replace(
            result,
            name=f"example_{number}",
            title=Bilingual(f"Example {number}: gather(x, 1, index)", f"示例 {number}：gather(x, 1, index)"),
            points=Fraction(0),
            max_points=Fraction(0),
            hint=None,
            devices=(),
        )
        for number, result in enumerate((UNCHANGED, AGREES), 1)
    ),
    devices=(CPU,),
    diagnosis=None,
    messages=(text("Only the public examples were run. Hidden properties: not run here."),),
    scope=Scope.EXAMPLES,
)
EXAMPLES_HELD = replace(
    EXAMPLES_FELL,
    verdict=Verdict.EXAMPLES_HELD,
    results=tuple(map(held, EXAMPLES_FELL.results)),
    output="",
)

OF_A_CLASS = (
    ACCEPTED, PARTIAL, REJECTED, NO_TARGET, CRASHED, TIMED_OUT, OUT_OF_MEMORY, FORBIDDEN, GRADER_FAULT,
)  # fmt: skip
BY_VERDICT = {attempt.verdict: attempt for attempt in (*OF_A_CLASS, EXAMPLES_HELD, EXAMPLES_FELL)}


def _focal(attempt: Attempt) -> Attempt:
    return replace(attempt, exercise="focal_loss", exercise_title=FOCAL)


COURSE = Course(
    "Tensors, spring 2026 <b>",
    (
        *(replace(attempt, student=f"s{number:02}") for number, attempt in enumerate(OF_A_CLASS, 1)),
        _focal(replace(ACCEPTED, student="s01")),
        _focal(replace(PARTIAL, student="s02")),
        replace(REJECTED, student="王小明"),
        replace(HOSTILE, student=HOSTILE_NAME),
        replace(ACCEPTED, student=LONG_NAME),
    ),
)
