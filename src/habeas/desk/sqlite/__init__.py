"""A Django database backend for SQLite on a driver of our choice: `sqlcipher3` in WAL, the stock module with a rollback
journal.
"""
