"""The fixture of the desk's tests."""

from desk.invented import ws

__all__ = ["ws"]
