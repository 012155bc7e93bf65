"""A question file that is wrong is refused with its name, the key, the value and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from quiz_bank import BANK, HEAD, QUESTIONS, written

from grader.errors import ContentError, UsageError
from grader.quiz.question import Kind
from grader.quiz.reading import find_question, question_files
from grader.quiz.template import render

NUMBER = 'type = "number"\nanswer = { eval = "1", why = "w" }\n'
TRAP = 'type = "number"\nanswer = { eval = "1", why = "w" }\nwrong = [{ tag = "t", why = "w", eval = "2" }]\n'


def refusal(folder: Path, body: str, **more: str) -> str:
    with pytest.raises(ContentError) as caught:
        written(folder, body, **more)
    assert str(folder / "topic" / "name.") in caught.value.message
    assert caught.value.hint
    return caught.value.message


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (NUMBER + "colour = 1\n", "unknown key `colour`"),
        (NUMBER.replace("number", "essay"), "type is 'essay'"),
        (NUMBER.replace(', why = "w"', ""), "lacks the key `why`"),
        (NUMBER + "points = 0\n", "points is 0"),
        (NUMBER + 'id = "other.name"\n', "id is 'other.name'"),
        (NUMBER + "attempts = [1, 1.5]\n", "attempts is (1.0, 1.5)"),
        (NUMBER + "hints = [{ en = 'only English' }]\n", "lacks the key `zh`"),
        (NUMBER + "generate = '../other.py'\n", "generate is '../other.py'"),
        (NUMBER + "generate = 'name.py'\n", "name.py cannot be read"),
        (NUMBER + "[params]\na = { int = [2, 1] }\n", "params.a.int is (2, 1)"),
        (NUMBER + "[params]\na = { int = [1, 2], expr = '3' }\n", "params.a is "),
        (NUMBER + "[params]\nkey = { int = [1, 2] }\n", "params.key is 'key'"),
        (NUMBER + "[[option]]\ntext='t'\nholds='1'\nwhy='w'\ntag='t'\n", "has no such table"),
        (TRAP.replace('eval = "2"', "line = 2"), "Questions of type line have it"),
        (TRAP.replace('eval = "2"', "text = '2', eval = '2'"), "wrong[0] is 't'"),
        (TRAP.replace('"t"', '"Not A Tag"'), "wrong[0].tag is 'Not A Tag'"),
        ('type = "number"\n', "answer is None. A question of type number needs it"),
        ('type = "number"\nanswer = { why = "w" }\n', "answer is []"),
        ('type = "number"\nanswer = { eval = "1", text = "1", why = "w" }\n', "answer is ['eval', 'text']"),
        ('type = "choice"\nanswer = { eval = "1", why = "w" }\n', "wrong is None"),
        (
            'type = "number"\nanswer = { eval = "1", why = "w", grade = { mode = "abs" } }\n',
            "answer.grade.tolerance",
        ),
        ('type = "number"\nanswer = { eval = "1", why = "w", grade = { digits = 2 } }\n', "does not have it"),
        ('type = "number"\nanswer = { eval = "1", why = "w", or_raises = "E" }\n', "answer.or_raises"),
        ('type = "match"\n[[pair]]\nleft = "l"\nwhy = "w"\n', "pair[0] is 'l'"),
        ("type = number\n", "is not TOML"),
        (NUMBER + "module = 'M99'\n", "is not TOML"),
    ],
)
def test_a_wrong_file_is_explained(tmp_path: Path, body: str, said: str) -> None:
    """The message names the file, the key and its value, and the hint where to read on."""
    assert said in refusal(tmp_path, body)


def test_missing_languages_and_bytes(tmp_path: Path) -> None:
    """A text without Chinese and a file that is not UTF-8 are refused."""
    assert "zh" in refusal(tmp_path, NUMBER, head=HEAD.replace('"T"', '{ en = "T" }'))
    (tmp_path / "topic" / "name.toml").write_bytes(b"\xff")
    with pytest.raises(ContentError, match="utf-8"):
        find_question(tmp_path, "topic.name")


def test_blocks_are_few_and_all_in_the_reference(tmp_path: Path) -> None:
    """Every order is run: more than six blocks, or a reference that leaves one out, is refused."""
    blocks = "".join(f"[[block]]\nid = 'b{n}'\ncode = 'x{n} = 1'\n" for n in range(7))
    answer = "answer = { eval = '1', why = 'w', reference = ['b0'] }\n"
    assert "At most 6" in refusal(tmp_path, f"type = 'order'\n{answer}{blocks}")
    few = "".join(f"[[block]]\nid = 'b{n}'\ncode = 'x{n} = 1'\n" for n in range(2))
    assert "every block's id once" in refusal(tmp_path, f"type = 'order'\n{answer}{few}")


def test_names_lead_to_files(tmp_path: Path) -> None:
    """A question is found by folder and file, and a name cannot leave the bank."""
    written(tmp_path, NUMBER)
    assert find_question(tmp_path, "topic.name").id == "topic.name"
    for name in ("topic.other", "name", "..etc.passwd", "topic/name", "topic.name.toml", ""):
        with pytest.raises(UsageError):
            find_question(tmp_path, name)


def test_the_digest_changes_with_every_letter(tmp_path: Path) -> None:
    """A question's digest is of its file and of its generator."""
    bodies = [
        (NUMBER, ""),
        (NUMBER + "#", ""),
        (NUMBER + "generate = 'name.py'\n", "a = 1"),
        (NUMBER + "generate = 'name.py'\n", "a = 2"),
    ]
    assert len({written(tmp_path, body, generate=code).digest for body, code in bodies}) == 4


def test_every_type_has_an_example() -> None:
    """The bank shows every type of question, and at least ten questions with parameters."""
    assert {question.file.type for question in QUESTIONS.values()} == set(Kind)
    assert len(question_files(BANK)) == len(QUESTIONS) >= 10


@pytest.mark.parametrize(
    "template",
    [
        "{{ ().__class__ }}",
        "{{ x.upper() }}",
        "{{ x }}{% for i in [1] %}{% endfor %}",
        "{% set y = 1 %}",
        "{{ x * 1000000000 }}",
        "{{ 'a' * n }}",
        "{{ x + x }}",
        "{{ n ** n }}",
        "{{ '%9999999d' % n }}",
        "{{ x | center(1000000000) }}",
        "{{ unknown }}",
        "{{ n // 0 }}",
        "{{ range(9) }}",
        "{{ x",
        "{{ '{{' }}",
        "{% include 'x' %}",
    ],
)
def test_a_template_only_shows(template: str) -> None:
    """A template calls nothing, reads no attribute, loops over nothing, and multiplies no text."""
    with pytest.raises(ContentError, match="somewhere"):
        render(template, {"x": "abc", "n": 3}, "somewhere")


def test_what_a_template_may_do() -> None:
    """Values, items, sums and conditions are what texts need; what a value holds is not filled again."""
    values = {"x": [1, 2], "n": 3, "t": "{braces}"}
    template = (
        "{{ x[1] }} {{ n + 2*n }} {% if n > 2 %}many{% else %}few{% endif %} {{ x | length }} {{ t }} $a^{b}$"
    )
    assert render(template, values, "") == "2 9 many 2 {braces} $a^{b}$"
