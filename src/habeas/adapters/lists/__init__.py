"""Lists from outside: bytes that nobody vouches for become a `Snapshot` of the room `watch`, or one clear error."""

from habeas.adapters.lists.taking import PROFILE, ListTaken, headers_of, list_in, take_list, take_list_file

__all__ = ["PROFILE", "ListTaken", "headers_of", "list_in", "take_list", "take_list_file"]
