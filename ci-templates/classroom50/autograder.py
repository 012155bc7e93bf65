"""Classroom 50 runs this in the student's checkout; the files beside it are in CLASSROOM50_BUNDLE_DIR.

It writes result.json and release-body.md; any other exit code than 0 is a fault of ours, not the student's.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

TORCH = ("torch", "--index-url", "https://download.pytorch.org/whl/cpu")
BUNDLE = Path(os.environ["CLASSROOM50_BUNDLE_DIR"])

if shutil.which("grade") is None:
    for package in (TORCH, ("tensorgrade",)):
        # pip runs code of packages; it has no use for the key.
        without = {name: value for name, value in os.environ.items() if name != "TENSORGRADE_KEY"}
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", *package], check=True, env=without)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

sys.stdout.flush()
command = ["grade", "ci", "--service", "classroom50", "--sealed", str(BUNDLE / "course.sealed")]
os.execvp(command[0], command)
