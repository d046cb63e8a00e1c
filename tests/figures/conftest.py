"""Puts the database of these tests on the path, so that those of other rooms can use it as well."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
