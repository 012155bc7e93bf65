#!/usr/bin/env bash
# PrairieLearn runs this in a container of the submission's own: /grade/student and /grade/tests in, /grade/results out.
set -euo pipefail
base="$(cd "$(dirname "$0")/.." && pwd)"
mkdir -p "$base/results"
cd "$base/results"
exec grade ci --service prairielearn --sealed "$base/tests/course.sealed" \
  --submission "$base/student" --out "$base/results"
