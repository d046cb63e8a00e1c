"""Whatever a page says has its words in Russian and Kazakh, and each compiled catalogue is the edited one."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from desk.invented import DAY, MONITOR, moment
from habeas.desk import Workspace, accept_all
from habeas.web.settings import HERE

CATALOGUES = {code: HERE / "locale" / code / "LC_MESSAGES" for code in ("ru", "kk")}
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


def compiled(code: str) -> dict[str, str]:
    """Text -> its words in a language, as the compiled catalogue holds it."""
    with (CATALOGUES[code] / "django.mo").open("rb") as file:
        found = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {key if isinstance(key, str) else key[0]: value for key, value in found.items()}


@pytest.mark.parametrize("code", CATALOGUES)
def test_everything_that_is_said_has_words(code: str) -> None:
    assert sorted(set(said()) - compiled(code).keys()) == []


@pytest.mark.parametrize("code", CATALOGUES)
def test_the_compiled_catalogue_is_the_edited_one(code: str) -> None:
    text = (CATALOGUES[code] / "django.po").read_text("utf-8")
    edited = {ast.literal_eval(m) for m in re.findall(r'^msgid (".*")$', text, re.M)} - {""}
    assert edited == compiled(code).keys() - {""}
    words = {ast.literal_eval(m) for m in re.findall(r'^msgstr(?:\[\d\])? (".*")$', text, re.M)} - {""}
    assert words == {w for w in _all_words(code) if w}


def _all_words(code: str) -> set[str]:
    with (CATALOGUES[code] / "django.mo").open("rb") as file:
        found = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {value for key, value in found.items() if key != ""}


@pytest.mark.parametrize("code", CATALOGUES)
def test_placeholders_stay(code: str) -> None:
    lost = {
        key: value
        for key, value in compiled(code).items()
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


def test_a_page_speaks_kazakh(office: Workspace, asked: Client) -> None:
    asked.post("/language/", {"language": "kk", "next": "/people/"})
    page = asked.get("/people/").content.decode()
    for said in ('<html lang="kk"', "<h1>Адамдар", 'lang="kk" disabled>Қазақша'):
        assert said in page


def test_terms_of_the_vocabulary_are_said_in_kazakh(office: Workspace, asked: Client) -> None:
    accept_all(office, by=MONITOR, now=moment(5))
    asked.post("/language/", {"language": "kk", "next": "/"})
    page = asked.get(f"/people/Bolat%20Karin/?as_of={DAY}").content.decode()
    said = ("түрмеде", "Үкім: бас бостандығынан айыру, 3 жыл", "Приговор")
    assert tuple(words in page for words in said) == (True, True, False)


def test_figures_say_their_titles_rules_and_units_in_the_language_of_the_page(office: Workspace, asked: Client) -> None:
    said = {"ru": ("Политические заключённые", "Люди, которых список содержит и которые на эту дату лишены свободы"),
            "kk": ("Саяси тұтқындар", "Тізімде тұрған және осы күні бас бостандығынан айырылған адамдар")}  # fmt: skip
    for code, words in said.items():
        asked.post("/language/", {"language": code, "next": "/"})
        pages = [asked.get(p).content.decode() for p in ("/figures/", "/figures/political_prisoners/")]
        assert [[w in page for w in words] for page in pages] == [[True, True], [True, True]]
        assert (words[0] in asked.get("/").content.decode(), "persons" in pages[1]) == (True, False)


def test_every_page_opens_in_kazakh(office: Workspace, asked: Client) -> None:
    asked.post("/language/", {"language": "kk", "next": "/"})
    names = (
        "", "people/", "sources/", "figures/", "documents/", "editions/", "due/", "officials/", "compliance/", "check/",
        "review/", "account/", "accounts/", "mandates/", "people/duplicates/", "people/import/",
    )  # fmt: skip
    answers = {name: asked.get(f"/{name}", follow=True) for name in names}
    assert {n: (a.status_code, '<html lang="kk"' in a.content.decode()) for n, a in answers.items()} == dict.fromkeys(
        names, (200, True)
    )
