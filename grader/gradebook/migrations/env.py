"""What Alembic runs: the migrations, over the connection that `grader.gradebook.opening` hands it."""

from __future__ import annotations

from alembic import context

from grader.gradebook.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
