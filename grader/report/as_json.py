"""``results.json``: a course as JSON, and back again without loss.

``docs/results.schema.json`` describes every field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from fractions import Fraction
from typing import Any, TypeVar

from grader.course import Adjustment, AdjustmentKind, Course, Oddity, OddityKind, Person
from grader.i18n import translator
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
    Text,
    Verdict,
    format_score,
)
from grader.report.visible import acts

FORMAT = 1

Json = dict[str, Any]
Source = TypeVar("Source")
Target = TypeVar("Target")


def course_to_json(course: Course) -> bytes:
    """Return ``results.json`` in UTF-8, with a final line feed.

    Scores are exact strings (``7``, ``7.5``, ``22/3``). Characters that would act on a terminal are
    written as JSON escapes, so that the file can be shown as it is.
    """
    document = {
        "format": FORMAT,
        "course": course.name,
        "attempts": [_attempt(one) for one in course.attempts],
        "people": [asdict(person) for person in course.people],
        "missing": list(course.missing),
        "oddities": [_oddity(one) for one in course.oddities],
        "adjustments": [_adjustment(one) for one in course.adjustments],
        "drop_lowest": course.drop_lowest,
    }
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False)
    return (re.sub(r"[^\n\x20-\x7e]", _escaped, text) + "\n").encode("utf-8")


def course_from_json(data: bytes) -> Course:
    """Read what `course_to_json` wrote; raise ValueError for anything else."""
    document = json.loads(data)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f"this is not a results.json of format {FORMAT}")
    try:
        return Course(
            document["course"],
            tuple(_read_attempt(one) for one in document["attempts"]),
            tuple(Person(**one) for one in document["people"]),
            tuple(document["missing"]),
            tuple(_read_oddity(one) for one in document["oddities"]),
            tuple(_read_adjustment(one) for one in document["adjustments"]),
            document["drop_lowest"],
        )
    except (KeyError, TypeError, AttributeError, ZeroDivisionError) as problem:
        raise ValueError(f"results.json is incomplete: {problem!r}") from problem


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    # Only inside JSON strings do such characters occur, and there an escape means the same.
    if not acts(character):
        return character
    return f"\\u{ord(character):04x}" if ord(character) <= 0xFFFF else json.dumps(character)[1:-1]


def _optional(convert: Callable[[Source], Target], value: Source | None) -> Target | None:
    return None if value is None else convert(value)


def _attempt(attempt: Attempt) -> Json:
    ran = [run.device for run in attempt.devices if run.state in (DeviceState.RAN, DeviceState.SIMULATED)]
    return {
        "student": attempt.student,
        "exercise": attempt.exercise,
        "exercise_title": _bilingual(attempt.exercise_title),
        "submission": {"name": attempt.submission.name, "sha256": attempt.submission.sha256},
        "verdict": attempt.verdict.value,
        "score": format_score(attempt.score),
        "max_score": format_score(attempt.max_score),
        "devices": ran,
        "device_runs": [_device_run(run) for run in attempt.devices],
        "diagnosis": attempt.diagnosis.chaff if attempt.diagnosis else None,
        "misconception": _bilingual(attempt.diagnosis.misconception) if attempt.diagnosis else None,
        "notes": _optional(_bilingual, attempt.diagnosis.notes) if attempt.diagnosis else None,
        "messages": [_text(message) for message in attempt.messages],
        "properties": [_property(result) for result in attempt.results],
        "level": attempt.level.value if attempt.level else None,
        "graded_at": attempt.graded_at.isoformat(),
        "output": attempt.output,
        "output_truncated": attempt.output_truncated,
        "deducted": format_score(attempt.deducted),
        "scope": attempt.scope.value,
    }


def _read_attempt(source: Json) -> Attempt:
    return Attempt(
        student=source["student"],
        exercise=source["exercise"],
        exercise_title=_read_bilingual(source["exercise_title"]),
        submission=Submission(source["submission"]["name"], source["submission"]["sha256"]),
        verdict=Verdict(source["verdict"]),
        score=Fraction(source["score"]),
        max_score=Fraction(source["max_score"]),
        results=tuple(_read_property(one) for one in source["properties"]),
        devices=tuple(_read_device_run(one) for one in source["device_runs"]),
        level=_optional(Level, source["level"]),
        graded_at=datetime.fromisoformat(source["graded_at"]),
        diagnosis=_read_diagnosis(source),
        messages=tuple(_read_text(one) for one in source["messages"]),
        output=source["output"],
        output_truncated=source["output_truncated"],
        deducted=Fraction(source["deducted"]),
        # Files that older versions wrote lack it.
        scope=Scope(source.get("scope", "properties")),
    )


def _oddity(oddity: Oddity) -> Json:
    return {"path": oddity.path, "kind": oddity.kind.value, "text": _text(oddity.text)}


def _read_oddity(source: Json) -> Oddity:
    return Oddity(source["path"], OddityKind(source["kind"]), _read_text(source["text"]))


def _adjustment(adjustment: Adjustment) -> Json:
    return {
        "student": adjustment.student,
        "exercise": adjustment.exercise,
        "kind": adjustment.kind.value,
        "points": format_score(adjustment.points),
        "reason": adjustment.reason,
    }


def _read_adjustment(source: Json) -> Adjustment:
    return Adjustment(
        source["student"],
        source["exercise"],
        AdjustmentKind(source["kind"]),
        Fraction(source["points"]),
        source["reason"],
    )


def _read_diagnosis(source: Json) -> Diagnosis | None:
    if source["diagnosis"] is None:
        return None
    notes = _optional(_read_bilingual, source["notes"])
    return Diagnosis(source["diagnosis"], _read_bilingual(source["misconception"]), notes)


def _property(result: PropertyResult) -> Json:
    return {
        "name": result.name,
        "title": result.title.en,
        "title_zh": result.title.zh,
        "outcome": result.outcome.value,
        "points": format_score(result.points),
        "max_points": format_score(result.max_points),
        "counterexample": _optional(_counterexample, result.counterexample),
        "message": _optional(_text, result.message),
        "hint": _optional(_bilingual, result.hint),
        "devices": [{"device": run.device, "outcome": run.outcome.value} for run in result.devices],
    }


def _read_property(source: Json) -> PropertyResult:
    return PropertyResult(
        name=source["name"],
        title=Bilingual(source["title"], source["title_zh"]),
        outcome=Outcome(source["outcome"]),
        points=Fraction(source["points"]),
        max_points=Fraction(source["max_points"]),
        counterexample=_optional(_read_counterexample, source["counterexample"]),
        message=_optional(_read_text, source["message"]),
        hint=_optional(_read_bilingual, source["hint"]),
        devices=tuple(DeviceOutcome(one["device"], Outcome(one["outcome"])) for one in source["devices"]),
    )


def _counterexample(found: Counterexample) -> Json:
    return {
        "call": found.call,
        "inputs": [{"name": name, **_shown(shown)} for name, shown in found.inputs],
        "expected": _optional(_shown, found.expected),
        "actual": _optional(_shown, found.actual),
        "difference": {"kind": found.difference.kind.value, **_text(found.difference.text)},
        "elements": found.elements,
        "minimal": found.minimal,
        "replay": found.replay,
    }


def _read_counterexample(source: Json) -> Counterexample:
    difference = source["difference"]
    return Counterexample(
        call=source["call"],
        inputs=tuple((one["name"], _read_shown(one)) for one in source["inputs"]),
        expected=_optional(_read_shown, source["expected"]),
        actual=_optional(_read_shown, source["actual"]),
        difference=Difference(DifferenceKind(difference["kind"]), _read_text(difference)),
        elements=source["elements"],
        minimal=source["minimal"],
        replay=source["replay"],
    )


def _shown(shown: Shown) -> Json:
    rows = shown.grid
    grid = None if rows is None else [[{"text": c.text, "marked": c.marked} for c in row] for row in rows]
    return {"header": shown.header, "text": shown.text, "grid": grid}


def _read_shown(source: Json) -> Shown:
    rows = source["grid"]
    grid = None if rows is None else tuple(tuple(Cell(c["text"], c["marked"]) for c in row) for row in rows)
    return Shown(source["text"], source["header"], grid)


def _device_run(run: DeviceRun) -> Json:
    return {"device": run.device, "state": run.state.value, "note": _optional(_text, run.note)}


def _read_device_run(source: Json) -> DeviceRun:
    return DeviceRun(source["device"], DeviceState(source["state"]), _optional(_read_text, source["note"]))


def _bilingual(sentence: Bilingual) -> Json:
    return {"en": sentence.en, "zh": sentence.zh}


def _read_bilingual(source: Json) -> Bilingual:
    return Bilingual(source["en"], source["zh"])


def _text(text: Text) -> Json:
    sentences = {"en": str(text), "zh": translator("zh")(text)}
    return {**sentences, "message": text.message, "fields": dict(text.fields)}


def _read_text(source: Json) -> Text:
    return Text(source["message"], tuple(source["fields"].items()))
