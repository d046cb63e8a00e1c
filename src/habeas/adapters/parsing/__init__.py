"""Files into documents: plain text as it is, everything else parsed in a child process behind walls.

In: a file or bytes. Out: `habeas.evidence.Taken`, its text in one offset space, a form feed before each further page.
Never runs what a file holds, never loads what it names, never lets a parser's fault reach the main process.
"""

from habeas.adapters.parsing.taking import LARGEST, NotReadable, take_any, take_any_file

__all__ = ["LARGEST", "NotReadable", "take_any", "take_any_file"]
