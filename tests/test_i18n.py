"""Both languages are complete: every sentence in the source has a translation with the same fields."""

import ast
import gettext
import io
import string
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from grader import i18n
from grader.i18n import default_language, normalise, translator
from grader.model import MAX_FIELD, Bilingual, text

PACKAGE = Path(i18n.__file__).parent
PO = i18n.LOCALE_DIR / "zh_CN" / "LC_MESSAGES" / "tensorgrade.po"
KEYWORDS = {"text": (1,), "tr": (1,)}


def catalogue():
    with PO.open("rb") as file:
        return read_po(file, locale="zh_CN")


def sentences():
    """Every message id in the source, by the same rules as the documented command."""
    sources = [("python", path) for path in PACKAGE.rglob("*.py")]
    sources += [("jinja2", path) for path in PACKAGE.rglob("templates/**/*.html")]
    return {found[1] for method, path in sources for found in extract_from_file(method, path, KEYWORDS)}


def fields(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_is_translated():
    """No sentence of ours is without Chinese (docs/i18n.md says how to add it)."""
    translated = {message.id for message in catalogue() if message.string}
    assert sentences() - translated == set()


def test_nothing_is_translated_that_nobody_says():
    """The catalogue has no sentence that left the source."""
    assert {message.id for message in catalogue() if message.id} - sentences() == set()


def test_translations_have_the_same_fields():
    """What a sentence fills in, its translation fills in too; an author's own claim names its languages."""
    differing = [m.id for m in catalogue() if m.id and m.string and fields(m.id) != fields(m.string)]
    assert differing == ["{en}"]


def test_the_compiled_catalogue_is_the_written_one():
    """The .mo that is read at run time says what the .po says."""
    fresh = io.BytesIO()
    write_mo(fresh, catalogue())
    fresh.seek(0)
    written, compiled = (
        gettext.GNUTranslations(fresh),
        gettext.GNUTranslations(io.BytesIO(PO.with_suffix(".mo").read_bytes())),
    )
    ids = [message.id for message in catalogue() if message.id]
    assert [compiled.gettext(one) for one in ids] == [written.gettext(one) for one in ids]


def test_message_ids_are_literals_with_their_fields():
    """Every ``text(…)`` has a literal sentence, which extraction can find, and a value for each field."""
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "text":
                wrong += [] if _is_sound(call) else [f"{path.name}:{call.lineno} {ast.unparse(call)}"]
    assert wrong == []


def _is_sound(call):
    first = call.args[0]
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
        return False
    given = {keyword.arg for keyword in call.keywords}
    return None in given or fields(first.value) <= given


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:zh_TW:en"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en_GB:zh"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "fr"}, "zh"),
    ],
)
def test_the_environment_chooses(environ, language):
    """LANGUAGE's first choice that we speak wins, then the locale, then English."""
    assert default_language(environ) == language


@pytest.mark.parametrize(
    ("name", "language"), [("zh-Hans", "zh"), ("ZH_cn", "zh"), ("en", "en"), ("fr", "en"), ("", "en")]
)
def test_names_of_languages(name, language):
    """Any Chinese name is zh; what we do not speak is English."""
    assert normalise(name) == language
    assert translator(name).language == language


def test_a_sentence_in_both_languages():
    """A Text is translated with its fields; braces in a field stay text."""
    sentence = text("Hint: {hint}", hint="{x}")
    assert translator("en")(sentence) == "Hint: {x}"
    assert translator("zh")(sentence) == "提示：{x}"
    assert translator("zh")("Hint: {hint}", hint="a") == "提示：a"


def test_an_unknown_sentence_and_the_empty_one():
    """What has no translation stays English, and nothing is nothing (not the catalogue's header)."""
    assert translator("zh")("No such sentence.") == "No such sentence."
    assert translator("zh")("") == ""


def test_an_authors_claim_comes_in_its_own_words():
    """A claim that travels as {en} is shown in the language its author wrote."""
    claim = text("{en}", en="ten, not {3}", zh="十，不是 {3}")
    assert (translator("en")(claim), translator("zh")(claim)) == ("ten, not {3}", "十，不是 {3}")


def test_bilingual_falls_back_to_english():
    """An author's sentence without Chinese is shown in English."""
    assert translator("zh").bilingual(Bilingual("a", "")) == "a"
    assert translator("zh").bilingual(Bilingual("a", "甲")) == "甲"


def test_a_field_without_end_is_cut_visibly():
    """A submission's words in a sentence of ours have a length, and the reader sees what is missing."""
    sentence = text("raised {got}.", got="x" * (MAX_FIELD + 7))

    assert str(sentence) == f"raised {'x' * MAX_FIELD}… 7 more."
