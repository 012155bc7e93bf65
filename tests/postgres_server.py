"""A PostgreSQL server for the time of a test run, where the programs are installed (Debian: postgresql)."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "tensorgrade"
PROGRAMS = ("initdb", "pg_ctl", "createdb")


def programs() -> Path | None:
    """Return the folder of the server's programs; None where PostgreSQL is not installed."""
    found = shutil.which("pg_ctl")
    folders = [*([Path(found).parent] if found else []), *sorted(Path("/usr/lib/postgresql").glob("*/bin"))]
    whole = [folder for folder in folders if all((folder / name).is_file() for name in PROGRAMS)]
    return whole[-1] if whole else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Start a server that listens on a socket in a folder of its own; yield the URL of its database."""
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as folder:
        account = pwd.getpwnam("postgres") if os.getuid() == 0 else None  # it refuses to run as root
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), *arguments]
            identity = {"user": account.pw_uid, "group": account.pw_gid} if account else {}
            subprocess.run(command, check=True, capture_output=True, cwd=folder, **identity)

        data = f"{folder}/data"
        run("initdb", "-D", data, "-U", USER, "-A", "trust", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            run("createdb", "-h", folder, "-U", USER, "template")
            yield f"postgresql+psycopg://{USER}@/template?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
