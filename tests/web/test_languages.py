"""English and Russian: whatever a page says has its Russian words, and the compiled catalogue is the edited one."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

from django.test import Client

from habeas.desk import Workspace
from habeas.web.settings import HERE

CATALOGUE = HERE / "locale" / "ru" / "LC_MESSAGES"
TRANSLATE = re.compile(r"{%\s*translate\s+(\"[^\"]*\"|'[^']*')")
BLOCK = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate\s*%}", re.S)
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}


def said() -> Iterator[str]:
    """Every text that a template or a view hands to the translations."""
    for page in HERE.rglob("*.html"):
        text = page.read_text("utf-8")
        yield from (m[1:-1] for m in TRANSLATE.findall(text))
        for inside in BLOCK.findall(text):
            yield re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", re.split(r"{%\s*plural\s*%}", inside)[0])
    for module in HERE.rglob("*.py"):
        yield from _called(module)


def _called(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield first.value


def compiled() -> dict[str, str]:
    """Text -> Russian, as the compiled catalogue holds it."""
    with (CATALOGUE / "django.mo").open("rb") as file:
        found = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {key if isinstance(key, str) else key[0]: value for key, value in found.items()}


def test_everything_that_is_said_has_russian_words() -> None:
    assert sorted(set(said()) - compiled().keys()) == []


def test_the_compiled_catalogue_is_the_edited_one() -> None:
    text = (CATALOGUE / "django.po").read_text("utf-8")
    edited = {ast.literal_eval(m) for m in re.findall(r'^msgid (".*")$', text, re.M)} - {""}
    assert edited == compiled().keys() - {""}
    words = {ast.literal_eval(m) for m in re.findall(r'^msgstr(?:\[\d\])? (".*")$', text, re.M)} - {""}
    assert words == {w for w in _all_words() if w}


def _all_words() -> set[str]:
    with (CATALOGUE / "django.mo").open("rb") as file:
        found = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {value for key, value in found.items() if key != ""}


def test_placeholders_stay() -> None:
    lost = {
        key: value
        for key, value in compiled().items()
        if key and sorted(re.findall(r"%\(\w+\)s", key)) != sorted(re.findall(r"%\(\w+\)s", value))
    }
    assert lost == {}


def test_a_page_speaks_the_language_of_the_browser_until_one_is_chosen(office: Workspace, asked: Client) -> None:
    russian = {"Accept-Language": "ru"}
    first = asked.get("/people/", headers=russian).content.decode()
    asked.post("/language/", {"language": "en", "next": "/people/"})
    then = asked.get("/people/", headers=russian).content.decode()
    assert [("<h1>Люди" in p, '<html lang="ru"' in p, "<h1>People" in p) for p in (first, then)] == [
        (True, True, False), (False, False, True),
    ]  # fmt: skip


def test_a_language_that_is_not_there_changes_nothing(office: Workspace, asked: Client) -> None:
    answer = asked.post("/language/", {"language": "xx", "next": "/people/"})
    assert (answer["Location"], "django_language" in answer.cookies) == ("/people/", False)
