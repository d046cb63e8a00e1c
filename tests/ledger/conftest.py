"""Puts the contract suite on the path, so that the desk's tests can run it as well."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("journal_contract")
