"""results.json: exact, complete, described by its schema, and read back without loss."""

import json
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest
from golden import assert_golden
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_attempts import COURSE, HOSTILE, PARTIAL

from grader import model
from grader.course import Adjustment, AdjustmentKind, Course, Oddity, OddityKind, Person
from grader.report.as_json import course_from_json, course_to_json
from grader.report.visible import acts

SCHEMA = json.loads(Path(__file__).parents[1].joinpath("docs", "results.schema.json").read_text("utf-8"))

strings = st.text(max_size=8)
scores = st.fractions(0, 100, max_denominator=30)
bilinguals = st.builds(model.Bilingual, strings, strings)
texts = st.one_of(
    st.builds(lambda word: model.text("held") if word else model.text("crashed"), st.booleans()),
    st.builds(lambda en, zh: model.text("{en}", en=en, zh=zh), strings, strings),
)
cells = st.builds(model.Cell, strings, st.booleans())
rows = st.lists(cells, max_size=2).map(tuple)
shown = st.builds(model.Shown, strings, strings, st.none() | st.lists(rows, max_size=2).map(tuple))
counterexamples = st.builds(
    model.Counterexample,
    call=strings,
    inputs=st.lists(st.tuples(strings, shown), max_size=2).map(tuple),
    expected=st.none() | shown,
    actual=st.none() | shown,
    difference=st.builds(model.Difference, st.sampled_from(model.DifferenceKind), texts),
    elements=st.integers(0, 99),
    minimal=st.booleans(),
    replay=strings,
)
outcomes = st.sampled_from(model.Outcome)
properties = st.builds(
    model.PropertyResult,
    name=strings,
    title=bilinguals,
    outcome=outcomes,
    points=scores,
    max_points=scores,
    counterexample=st.none() | counterexamples,
    message=st.none() | texts,
    hint=st.none() | bilinguals,
    devices=st.lists(st.builds(model.DeviceOutcome, strings, outcomes), max_size=2).map(tuple),
)
runs = st.builds(model.DeviceRun, strings, st.sampled_from(model.DeviceState), st.none() | texts)
attempts = st.builds(
    model.Attempt,
    student=strings,
    exercise=strings,
    exercise_title=bilinguals,
    submission=st.builds(model.Submission, strings, strings),
    verdict=st.sampled_from(model.Verdict),
    score=scores,
    max_score=scores,
    results=st.lists(properties, max_size=2).map(tuple),
    devices=st.lists(runs, max_size=2).map(tuple),
    level=st.none() | st.sampled_from(model.Level),
    graded_at=st.datetimes(timezones=st.just(UTC)) | st.just(datetime(2026, 3, 1, 12, 0, 0, 5)),
    diagnosis=st.none() | st.builds(model.Diagnosis, strings, bilinguals, st.none() | bilinguals),
    messages=st.lists(texts, max_size=2).map(tuple),
    output=strings,
    output_truncated=st.booleans(),
    deducted=scores,
    scope=st.sampled_from(model.Scope),
)
adjustments = st.builds(Adjustment, strings, strings, st.sampled_from(AdjustmentKind), scores, strings)
oddities = st.builds(Oddity, strings, st.sampled_from(OddityKind), texts)
courses = st.builds(
    Course,
    strings,
    *(
        st.lists(rows, max_size=2).map(tuple)
        for rows in (attempts, st.builds(Person, *[strings] * 6), strings, oddities, adjustments)
    ),
    st.integers(0, 9),
)


@settings(max_examples=60, deadline=None)
@given(courses)
def test_any_course_survives_the_round_trip_and_fits_the_schema(course):
    """Whatever is in the records, reading back what was written gives the same records."""
    written = course_to_json(course)
    assert course_from_json(written) == course
    jsonschema.validate(json.loads(written), SCHEMA)


def test_the_schema_is_sound():
    """The schema itself is a valid JSON Schema of 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_field_is_described():
    """No field of the schema goes without a description of its own or of what it refers to."""

    objects = {"results.json": SCHEMA, **SCHEMA["$defs"]}
    undescribed = [
        f"{name}.{key}"
        for name, node in objects.items()
        for key, field in node.get("properties", {}).items()
        if "description" not in field and "$ref" not in field
    ]
    assert undescribed == []


def test_hostile_text_is_data():
    """Lone surrogates and control characters are escapes in the file and themselves when read back."""
    course = Course("c", (HOSTILE,))
    written = course_to_json(course)
    assert course_from_json(written) == course
    assert [character for character in written.decode("utf-8") if acts(character)] == []


def test_an_attempt_has_the_promised_fields():
    """The fields other programs rely on are there, by name and kind."""
    attempt = json.loads(course_to_json(Course("c", (PARTIAL,))))["attempts"][0]
    assert (attempt["student"], attempt["exercise"], attempt["verdict"]) == ("s01", "gather", "partial")
    assert (attempt["score"], attempt["max_score"]) == ("3", "10")
    assert attempt["devices"] == ["cpu", "simulated"]
    assert attempt["diagnosis"] == "same_index_in_every_row"
    first = attempt["properties"][0]
    assert (first["title"], first["outcome"], first["points"]) == ("Leaves its inputs alone.", "held", "3")
    assert first["counterexample"] is None


def test_scores_are_exact():
    """A third of a point is written as a third."""
    course = course_from_json(course_to_json(COURSE))
    assert {attempt.score for attempt in course.attempts} >= {Fraction(22, 3), Fraction(10)}


def test_golden():
    """The file for one attempt is the one that was read and accepted."""
    assert_golden("report/partial.json", course_to_json(Course("Tensors", (PARTIAL,))).decode("utf-8"))


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"{}",
        b"{",
        b"\xff",
        b'{"format": 2}',
        b'{"format": 1}',
        b'{"format": 1, "course": "c", "attempts": [{}]}',
    ],
)
def test_anything_else_is_refused(data):
    """A file that is not results.json of this format is refused with a ValueError."""
    with pytest.raises(ValueError):
        course_from_json(data)
