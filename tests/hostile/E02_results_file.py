"""E02 Results file: writes results with full marks wherever a grader might look for them.

Stopped by: no file of the runner is ever read; its folders are memory of its own
Expected: rejected
"""

import json
import os

import torch

NAMES = ("results.json", "grade.json", "result.xml", "score.txt", "feedback.json")
FOLDERS = (
    ".",
    "..",
    "/autograder/results",
    "/grade/results",
    "/tmp",
    "/dev/shm",
    "/box",
    os.path.dirname(torch.__file__),
)
FULL = json.dumps(
    {"score": 10, "max_score": 10, "points": 10, "passed": True, "tests": [], "verdict": "accepted"}
)


def write_everywhere():
    for folder in FOLDERS:
        for name in NAMES:
            try:
                with open(
                    os.path.join(folder, f"cheat_{name}" if folder not in (".", "/box") else name), "w"
                ) as file:
                    file.write(FULL)
            except OSError:
                pass


write_everywhere()


def softmax(x):
    write_everywhere()
    return torch.zeros_like(x)
