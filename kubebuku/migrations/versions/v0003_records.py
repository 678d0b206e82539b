"""Records in the chain: the links of their changes, the state a closing seals, and guards that report every change.

The text beside this file is frozen. Nothing of the rows there are is touched; the upgrade seals the state it finds.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

from kubebuku.migrations.versions.v0002_book import statements

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add tables and guards; two guards of the chain learn where the links of records stand."""
    connection = op.get_bind()
    for statement in statements(Path(__file__).with_suffix(".sql").read_text("utf-8")):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Never: a book is not taken back to an older form."""
    raise NotImplementedError("a book is never taken back to an older form")
