"""The dossiers and their states."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "dossier",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("titre", sa.Text, nullable=False),
        sa.Column("contenu", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("cree_le", sa.DateTime, nullable=False),
        sa.Column("modifie_le", sa.DateTime, nullable=False),
        sa.Column("modifie_par", sa.String(80), nullable=False),
        sa.Column("supprime_le", sa.DateTime),
    )
    op.create_index("ix_dossier_modifie_le", "dossier", ["modifie_le"])
    op.create_table(
        "dossier_version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("dossier_id", sa.String(32), sa.ForeignKey("dossier.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("contenu", sa.Text, nullable=False),
        sa.Column("enregistre_le", sa.DateTime, nullable=False),
        sa.Column("par", sa.String(80), nullable=False),
        sa.Column("motif", sa.String(20), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_index("ix_dossier_version_dossier", "dossier_version", ["dossier_id", "version"])
