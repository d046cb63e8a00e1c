"""Capture from the web: one address that a member names, kept as WARC with its hash, time and tool.

In: an address. Out: `PageTaken`. Never asks an address that is not public, nor another host than that of the page, and
never runs a script of the page.
"""

from habeas.adapters.capture.fetch import NotCaptured
from habeas.adapters.capture.guard import PUBLIC, NotAllowed, NotAnAddress, NotReached, Rules
from habeas.adapters.capture.page import PageTaken, take_page

__all__ = ["PUBLIC", "NotAllowed", "NotAnAddress", "NotCaptured", "NotReached", "PageTaken", "Rules", "take_page"]
