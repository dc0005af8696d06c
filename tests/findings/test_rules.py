"""Rules are loaded from YAML; what is wrong with one is told in a line, never by a traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from factcheck import check
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.findings import load_rules
from factcheck.lexicon import shipped_rules
from tests.claims.builders import checked

RULE = "id: mine/rule\nkind: discrepancy\nseverity: info\nmessage: '{values}'\noptions: {stance: conflict}\n"


def folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder of rules: content by path."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return root


def told(root: Path) -> list[str]:
    """The lines of the error that loading the folder raises."""
    with pytest.raises(UsageError) as raised:
        load_rules(root)
    return str(raised.value).split("\n")


def test_the_shipped_rules_are_named_after_their_files_and_sorted() -> None:
    names = [
        f"{path.parent.name}/{path.stem}" for path in shipped_rules().glob("*/*.yaml") if path.parent.name != "lexicon"
    ]
    assert [rule.id for rule in load_rules()] == sorted(names)


def test_every_shipped_rule_says_why_and_what_to_do() -> None:
    assert [rule.id for rule in load_rules() if not (rule.why and rule.fix)] == []


def test_a_folder_adds_rules(tmp_path: Path) -> None:
    more = load_rules(folder(tmp_path, {"mine/rule.yaml": RULE.replace("mine/rule", "a/rule")}))
    assert [rule.id for rule in more] == ["a/rule", *(rule.id for rule in load_rules())]


def test_a_folder_overrides_a_shipped_rule(tmp_path: Path) -> None:
    mine = RULE.replace("mine/rule", "discrepancy/conflict").replace("severity: info", "severity: error")
    rules = {rule.id: rule for rule in load_rules(folder(tmp_path, {"mine/conflict.yaml": mine}))}
    assert rules.keys() == {rule.id for rule in load_rules()}
    assert (rules["discrepancy/conflict"].severity, rules["discrepancy/conflict"].message) == ("error", "{values}")


def test_a_folder_of_words_holds_no_rules(tmp_path: Path) -> None:
    files = {"lexicon/bounds.yaml": "- no rule\n", "mine/rule.yaml": RULE}
    assert len(load_rules(folder(tmp_path, files))) == len(load_rules()) + 1


@pytest.mark.parametrize("files", [{}, {"lexicon/bounds.yaml": "- no rule\n"}, {"conflict.md": "no rule"}])
def test_a_folder_without_rules_is_told(files: Mapping[str, str], tmp_path: Path) -> None:
    says = "holds no rules; a rule is a .yaml file with id, kind, severity and message"
    assert told(folder(tmp_path, files)) == [f"{tmp_path}: {says}"]


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path == tmp_path:
            raise PermissionError(13, "Permission denied", str(path))
        return iter(listed(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert told(tmp_path) == [f"{tmp_path}: cannot be opened (Permission denied); check its permissions"]


def test_a_file_is_no_folder_of_rules(tmp_path: Path) -> None:
    folder(tmp_path, {"rule.yaml": RULE})
    assert told(tmp_path / "rule.yaml") == [
        f"{tmp_path / 'rule.yaml'}: is a file; give the folder that holds your rules"
    ]


def test_a_file_that_is_far_from_a_rule_is_told_mistake_by_mistake(tmp_path: Path) -> None:
    lines = told(folder(tmp_path, {"mine/rule.yaml": "why: not\nfoo: bar\n"}))
    path = tmp_path / "mine" / "rule.yaml"
    known = "id, kind, severity, message, options, why, fix, enabled"
    assert lines == [
        f"{path}:1:1: id, kind, severity, message are missing",
        f"{path}:2:1: foo is not known; known are {known}",
    ]


def test_every_mistake_of_a_file_is_told_with_its_place(tmp_path: Path) -> None:
    content = (
        "# Ours.\nid: mine/rule\nkind: discrepancy\nseverity: loud\nmessage: '{value}'\n"
        "options:\n  stance: conflict\n  colour: red\n  bounds: [exact,\n    maybe]\n"
    )
    lines = told(folder(tmp_path, {"mine/rule.yaml": content}))
    places = [line.removeprefix(str(tmp_path / "mine" / "rule.yaml")).split(": ")[:2] for line in lines]
    assert places[:2] == [[":4:1", "severity"], [":5:1", "message"]]
    assert places[2][0].startswith(":8:3")
    assert "options.colour is not known; known are measures, " in lines[2]
    assert places[3:] == [[":10:5", "options.bounds (entry 2)"]]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (RULE.replace("kind: discrepancy", "kind: riddle"), ":2:1"),
        (RULE.replace("conflict}", "conflict, colour: red}"), ":5:29"),
        (RULE.replace("stance: conflict", "tolerance: 0.1"), ":5:1"),
        (RULE.replace("{stance: conflict}", "[conflict]"), ":5:1"),
        ("- id: mine/rule\n", ":1:1"),
    ],
)
def test_the_place_of_a_mistake(content: str, place: str, tmp_path: Path) -> None:
    root = folder(tmp_path, {"mine/rule.yaml": content})
    (line,) = told(root)
    assert line.startswith(f"{tmp_path / 'mine' / 'rule.yaml'}{place}: ")


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ("discrepancy/conflict", None),
        ("discrepancy/conflit", "“discrepancy/conflit” is no rule; `factcheck rules list` names them"),
        ("mine/rule", "“mine/rule” is the rule itself; leave it out"),
        (
            "draft/disputed",
            "“draft/disputed” is of the kind contradicted, not discrepancy: what it finds would be lost",
        ),
    ],
)
def test_a_rule_names_which_it_speaks_instead_of(named: str, says: str | None, tmp_path: Path) -> None:
    mine = RULE.replace("conflict}", f"conflict, instead_of: [{named}]}}")
    root = folder(tmp_path, {"mine/rule.yaml": mine})
    if says is None:
        assert "mine/rule" in {rule.id for rule in load_rules(root)}
    else:
        assert told(root) == [f"{tmp_path / 'mine' / 'rule.yaml'}:5:29: options.instead_of: {says}"]


def test_a_rule_that_is_off_is_known_and_not_laid(tmp_path: Path) -> None:
    root = folder(
        tmp_path / "rules", {"off.yaml": RULE.replace("mine/rule", "discrepancy/conflict") + "enabled: false\n"}
    )
    assert not next(rule for rule in load_rules(root) if rule.id == "discrepancy/conflict").enabled
    sources = tmp_path / "sources"
    sources.mkdir()
    for n, seats in enumerate(("41,000", "38,000"), start=1):
        (sources / f"{n}.md").write_text(f"The stadium in Port Elsin seats {seats} spectators.", encoding="utf-8")
    assert [f.rule for f in check([str(sources)]).findings] == ["discrepancy/conflict"]
    assert check([str(sources)], settings=Settings(rules=str(root))).findings == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (RULE.replace("kind: discrepancy", "kind: riddle"), ["kind", "riddle", "discrepancy"]),
        (RULE.replace("kind: discrepancy", "kind: __init__"), ["kind", "__init__"]),
        (RULE.replace("kind: discrepancy", "kind: ../kinds"), ["kind", "../kinds"]),
        (RULE.replace("kind: discrepancy", "kind: 3"), ["kind"]),
        (RULE.replace("severity: info", "severity: fatal"), ["severity", "'info'"]),
        (RULE.replace("conflict}", "conflict, colour: red}"), ["options.colour"]),
        (RULE.replace("stance: conflict", "stance: quarrel"), ["options.stance", "'conflict'"]),
        (RULE.replace("stance: conflict", "tolerance: 0.1"), ["options.stance", "missing"]),
        (RULE.replace("conflict}", "conflict, tolerance: much}"), ["options.tolerance"]),
        (RULE.replace("conflict}", "conflict, bounds: [maybe]}"), ["options.bounds"]),
        (RULE.replace("{stance: conflict}", "[conflict]"), ["options"]),
        (RULE + "colour: red\n", ["colour"]),
        (RULE.replace("message: '{values}'\n", ""), ["message", "missing"]),
        (RULE.replace("id: mine/rule\n", ""), ["id", "missing"]),
        (RULE + "id: mine/other\n", [":6:1", "duplicate"]),
        ("id: [a\n", ["not valid YAML"]),
        ("", ["the file"]),
        ("- id: mine/rule\n", ["the file"]),
        (b"id: caf\xe9\n", ["is no UTF-8 text; save it as UTF-8"]),
        ("id: !!python/object/apply:os.getcwd []\n", ["not valid YAML"]),
        ("id: " + "x" * 1_000_001, ["larger than"]),
        (RULE.replace("mine/rule", "2024-13-45"), ["no date or number", "in quotes"]),
        (RULE.replace("stance: conflict", "stance: conflict, tolerance: " + "9" * 5000), ["no date or number"]),
        (RULE.replace("stance: conflict", "stance: conflict, tolerance: true"), ["a number, not true or false"]),
        (RULE.replace("conflict}", "conflict, kinds: money}"), ["options.kinds: it should be a list"]),
        (RULE.replace("conflict}", "conflict, kinds: [money, cash]}"), ["options.kinds (entry 2)"]),
        (RULE.replace("conflict}", "conflict, units: [furlongzz]}"), ["furlongzz is no unit; did you mean furlong?"]),
        (RULE.replace("conflict}", "conflict, units: [kilometres]}"), ["did you mean kilometer?"]),
        (RULE.replace("conflict}", "conflict, units: [USD/barel]}"), ["did you mean barrel?"]),
        (RULE.replace("mine/rule", "''"), ["id: it should be a name"]),
        (RULE.replace("mine/rule", "' '"), ["id: it should be a name"]),
        (RULE.replace("mine/rule", '"a\\nb"'), ["id: it should be a name"]),
        (RULE.replace("mine/rule", '"a\\eb"'), ["id: it should be a name"]),
        (RULE.replace("'{values}'", "' '"), ["message: it is empty"]),
        ("id: " + "[" * 5000, ["nested too deep"]),
        ("id: " + "{a: " * 5000, ["nested too deep"]),
        ("- " * 5000, ["nested too deep"]),
        ("id: " + '["]",' * 30_000 + "1" + "]" * 30_000, ["nested too deep"]),
        ("id: " + "[ #]\n" * 30_000 + "1" + "]" * 30_000, ["nested too deep"]),
        ("".join(f"{' ' * n}a:\n" for n in range(1300)), ["nested too deep"]),
        ("why: !!bool maybe\n", ["no date or number"]),
        ("why: !!float ''\n", ["no date or number"]),
        ("id: [a,\nb\n", [":2:1: not valid YAML"]),
        ("id: &a x\nmessage: [" + "*a, " * 1001 + "]\n", ["aliases"]),
    ],
    ids=[
        "an unknown kind",
        "a module that is no kind",
        "a path for a kind",
        "a number for a kind",
        "an unknown severity",
        "an unknown option",
        "an unknown stance",
        "a missing option",
        "words for a number",
        "an unknown bound",
        "a list of options",
        "an unknown key",
        "no message",
        "no id",
        "a key twice",
        "broken YAML",
        "an empty file",
        "a list of rules",
        "no UTF-8",
        "a tag that would run code",
        "a file too large",
        "no day",
        "a number of 5,000 digits",
        "a switch for a number",
        "a word for a list",
        "an unknown kind of figure",
        "a misspelt unit",
        "another name of a unit",
        "a misspelt unit in a rate",
        "an empty id",
        "a blank id",
        "an id on two lines",
        "an id with a control character",
        "an empty message",
        "brackets in brackets",
        "braces in braces",
        "lists in lists",
        "lists in lists with brackets in quotes",
        "lists in lists with brackets in comments",
        "tables in tables",
        "a tag of another kind",
        "a tag of nothing",
        "a bracket that is never closed",
        "too many aliases",
    ],
)
def test_a_broken_rule_is_told_in_a_line(content: str | bytes, says: list[str], tmp_path: Path) -> None:
    lines = told(folder(tmp_path, {"mine/rule.yaml": content}))
    assert len(lines) == 1
    assert lines[0].startswith(str(tmp_path / "mine" / "rule.yaml"))
    assert [word for word in says if word not in lines[0]] == []


def test_the_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    broken = {"b/2.yaml": "id: [a\n", "a/1.yaml": RULE + "colour: red\n", "a/2.yaml": RULE, "b/1.yaml": ""}
    lines = told(folder(tmp_path, broken))
    assert [line.split(":")[0] for line in lines] == [
        str(tmp_path / name) for name in ("a/1.yaml", "b/1.yaml", "b/2.yaml")
    ]


def test_what_is_no_plain_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "endless.yaml").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert [line.partition(": ")[2] for line in told(tmp_path)] == [
        "cannot be read (it is no plain file); check the path and its permissions"
    ] * 2


@pytest.mark.parametrize("name", [".rule.yaml", ".git/rule.yaml", "mine/.old/rule.yml"])
def test_what_is_hidden_is_no_rule(name: str, tmp_path: Path) -> None:
    files = {name: "- no rule\n", "mine/rule.yaml": RULE}
    assert len(load_rules(folder(tmp_path, files))) == len(load_rules()) + 1


@pytest.mark.parametrize("name", ["mine/rule.YAML", "rule.Yml"])
def test_capitals_in_the_ending_do_not_matter(name: str, tmp_path: Path) -> None:
    assert "mine/rule" in {rule.id for rule in load_rules(folder(tmp_path, {name: RULE}))}


def test_a_shipped_rule_of_another_kind_is_no_place_for_a_rule(tmp_path: Path) -> None:
    mine = RULE.replace("mine/rule", "arithmetic/share")
    (line,) = told(folder(tmp_path, {"mine/share.yaml": mine}))
    says = "kind: the shipped rule “arithmetic/share” is of the kind arithmetic; give yours another id"
    assert line == f"{tmp_path / 'mine' / 'share.yaml'}:2:1: {says}"


def test_options_are_read_as_those_of_the_kind_that_was_meant(tmp_path: Path) -> None:
    content = RULE.replace("kind: discrepancy", "kind: discrepency").replace("stance: conflict", "stance: quarrel")
    lines = told(folder(tmp_path, {"mine/rule.yaml": content}))
    assert ["did you mean discrepancy?" in lines[0], "options.stance" in lines[1]] == [True, True]


@pytest.mark.parametrize("unit", ["kilometer", "EUR", "USD/barrel", "voter", "degree_celsius"])
def test_units_and_counted_things_are_known(unit: str, tmp_path: Path) -> None:
    mine = RULE.replace("conflict}", f"conflict, units: [{unit}]}}")
    assert len(load_rules(folder(tmp_path, {"mine/rule.yaml": mine}))) == len(load_rules()) + 1


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "nowhere") == [
        f"{tmp_path / 'nowhere'}: no such folder; give the folder that holds your rules"
    ]


def test_an_unreadable_rule_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine" / "rule.yaml").mkdir(parents=True)
    lines = told(tmp_path)
    assert len(lines) == 1
    assert "cannot be read" in lines[0]


def test_a_report_carries_the_rules_that_made_it(tmp_path: Path) -> None:
    report = checked(tmp_path, "The stadium in Port Elsin seats 41,000 spectators.")
    assert report.rules == tuple(rule for rule in load_rules() if rule.enabled)
