"""Habeas: lists of political prisoners that can be defended line by line.

Each folder is a room with one duty; `docs/architecture.md` says which room may import which.
"""
