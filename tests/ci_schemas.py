"""What services accept, written down from their documentation as JSON schemas."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

URL = {"type": "string"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
COUNT = {"type": "integer", "minimum": 0}
POINTS = {"type": "number", "minimum": 0}
FORMATS = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}


def closed(required: Schema, optional: Schema | None = None) -> Schema:
    """Return an object that may have no other keys."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


CLASSROOM50 = closed(
    {
        "schema": {"const": "classroom50/result/v1"},
        "classroom": {"type": "string"},
        "assignment": {"type": "string"},
        "assignment_type": {"enum": ["individual", "group"]},
        "owner": {"type": "string"},
        "submission": {"type": "string"},
        "commit": URL,
        "release": URL,
        "review": URL,
        "datetime": MOMENT,
        "graded_at": MOMENT,
        "score": COUNT,
        "max-score": COUNT,
        "tests": {
            "type": "array",
            "items": {  # further keys are kept as diagnostics
                "type": "object",
                "properties": {
                    "test-name": {"type": "string", "minLength": 1},
                    "passed": {"type": "boolean"},
                    "score": COUNT,
                    "max-score": COUNT,
                },
                "required": ["test-name", "passed", "score", "max-score"],
            },
        },
        "submitted_by": closed({"username": {"type": "string"}, "id": COUNT}),
    }
)

GRADESCOPE = closed(
    {"score": POINTS, "tests": {"type": "array", "items": {"$ref": "#/$defs/test"}}},
    {
        "execution_time": POINTS,
        "output": {"type": "string"},
        "output_format": FORMATS,
        "test_output_format": FORMATS,
        "test_name_format": FORMATS,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "leaderboard": {"type": "array"},
    },
)
GRADESCOPE["$defs"] = {
    "test": closed(
        {"score": POINTS, "max_score": POINTS, "name": {"type": "string", "minLength": 1}},
        {
            "status": {"enum": ["passed", "failed"]},
            "name_format": FORMATS,
            "number": {"type": "string"},
            "output": {"type": "string"},
            "output_format": FORMATS,
            "tags": {"type": "array", "items": {"type": "string"}},
            "visibility": VISIBILITY,
            "extra_data": {"type": "object"},
        },
    )
}

PRAIRIELEARN = closed(
    {"gradable": {"type": "boolean"}},
    {
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "message": {"type": "string"},
        "output": {"type": "string"},
        "format_errors": {"type": "array", "items": {"type": "string"}},
        "images": {"type": "array"},
        "tests": {
            "type": "array",
            "items": closed(
                {"name": {"type": "string"}, "points": POINTS, "max_points": POINTS},
                {
                    "description": {"type": "string"},
                    "message": {"type": "string"},
                    "output": {"type": "string"},
                    "images": {"type": "array"},
                },
            ),
        },
    },
)
