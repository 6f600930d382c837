"""Alembic's revisions, one file each; env.py is what its command line runs."""
