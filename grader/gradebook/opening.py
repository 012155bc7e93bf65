"""Opening a gradebook: SQLite in a file, or PostgreSQL by URL; its tables are brought up to date."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from grader.errors import UsageError
from grader.gradebook.book import INSERTS, Gradebook

WAIT_SECONDS = 60
MIGRATIONS = Path(__file__).with_name("migrations")
# Any number: whoever else migrates this database holds the same one.
MIGRATION_LOCK = 0x7467


def open_gradebook(where: str | Path) -> Gradebook:
    """Open the gradebook in a file or at a database URL, making or migrating its tables.

    Raises `UsageError` where there is no such database, where it cannot be written, or where a newer
    Tensorgrade made it.
    """
    engine = engine_for(where)
    try:
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
        if current != newest():
            migrate(engine)
    except CommandError as error:
        raise UsageError(f"The gradebook {where} was made by a newer Tensorgrade: {error}.", NEWER) from error
    except (SQLAlchemyError, OSError) as error:
        raise UsageError(f"The gradebook {where} cannot be opened: {reason(error)}.", EXPECTED) from error
    return Gradebook(engine, str(where))


NEWER = "Upgrade: pip install -U tensorgrade."
EXPECTED = (
    "Expected a file that can be written, or a URL such as postgresql+psycopg://user:password@host/database."
)


def engine_for(where: str | Path) -> Engine:
    """Return SQLAlchemy's engine for a file or a URL."""
    if "://" not in str(where):
        path = Path(where)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        where = f"sqlite:///{path}"
    try:
        url = make_url(str(where))
        arguments: dict[str, Any] = {"pool_pre_ping": True}
        if url.get_backend_name() == "sqlite":
            arguments["connect_args"] = {"timeout": WAIT_SECONDS}
        engine = create_engine(url, **arguments)
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        raise UsageError(f"{where} is no database that can be opened: {error}.", EXPECTED) from error
    if engine.dialect.name not in INSERTS:
        raise UsageError(f"A gradebook cannot be kept in {engine.dialect.name}.", EXPECTED)
    if engine.dialect.name == "sqlite":
        take_over_transactions(engine)
    return engine


def take_over_transactions(engine: Engine) -> None:
    """Begin each SQLite transaction as a writer's: two batches wait for each other instead of failing.

    Python's driver would begin one only at the first change, as a reader's that cannot be upgraded
    while another process writes; and none at all before a table is made.
    """

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, while nobody else does."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(MIGRATION_LOCK)))
        configuration = scripts()
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "head")


def newest() -> str | None:
    """Return the revision that this program knows."""
    return ScriptDirectory.from_config(scripts()).get_current_head()


def scripts() -> Config:
    """Return Alembic's configuration."""
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    configuration.set_main_option("path_separator", "newline")
    return configuration


def reason(error: Exception) -> str:
    """Return the database's own words, without SQLAlchemy's address of its manual."""
    return str(error.orig if isinstance(error, DBAPIError) else error).strip().splitlines()[0]
