#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image; afterwards each submission gets a copy.
set -euo pipefail
base="$(cd "$(dirname "$0")" && pwd)"
home="${TENSORGRADE_HOME:-/opt/tensorgrade}"
chmod 700 "$base"
chmod 600 "$base/course.key" "$base/course.sealed"

apt-get update -qq
apt-get install -y -qq bubblewrap python3 python3-venv
# Python 3.11 or newer is needed; older images have it under a name of its own.
for python in python3 python3.13 python3.12 python3.11 ""; do
  if [ -z "$python" ]; then echo "No Python 3.11 or newer: choose a newer base image." >&2; exit 1; fi
  command -v "$python" > /dev/null || apt-get install -y -qq "$python" "$python-venv" || continue
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then break; fi
done
"$python" -m venv "$home"
# The build of torch without GPU libraries: they are gigabytes, and no GPU is there.
"$home/bin/pip" install --quiet "$(grep '^torch==' "$base/constraints.txt")" --index-url https://download.pytorch.org/whl/cpu
"$home/bin/pip" install --quiet -c "$base/constraints.txt" "$base"/tensorgrade-*.whl
