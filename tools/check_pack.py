"""Says whether a folder is a law pack: `python tools/check_pack.py FOLDER`. Exit code 1 and the first fault if not."""

from __future__ import annotations

import sys
from pathlib import Path

from habeas.errors import HabeasError
from habeas.law import read_pack

try:
    found = read_pack(Path(sys.argv[1]))
except IndexError:
    sys.exit("Name the folder: python tools/check_pack.py FOLDER")
except HabeasError as error:
    sys.exit(str(error))
checked = sum(article.status == "verified" for article in found.articles.values())
print(f"{found.name['en']}: {len(found.articles)} articles in {len(found.editions)} editions, {checked} verified.")
