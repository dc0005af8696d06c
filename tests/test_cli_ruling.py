"""`rules list`, `rules test` and `explain`: what they print and how they end."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from factcheck.cli import outputs, run
from factcheck.findings import load_rules

RULE = """id: ours/seats
kind: discrepancy
severity: error
message: "Seats differ: {values}."
options: {stance: conflict, instead_of: [discrepancy/conflict]}
why: "A stadium has one number of seats."
fix: "Ask the city."
"""
MARKED = """# ours/seats

Seats of one stadium.

## Found

Two counts.

```text outlet="Harbour Times" published=2024-03-06
The new stadium in Port Elsin seats 41,000 spectators, the city said.
```

```text outlet=Ledger published=2024-03-06
The new stadium in Port Elsin seats 38,000 spectators, the city said.
```

## Not found

One count, in a draft too.

```text published=2024-03-06
The new stadium in Port Elsin seats 41,000 spectators, the city said.
```

```text role=draft published=2024-03-07
The new stadium in Port Elsin seats 41,000 spectators.
```
"""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**files: str) -> str:
    """A folder of our own rules, given by suffix."""
    folder = Path("ours")
    folder.mkdir()
    for suffix, content in files.items():
        (folder / f"seats.{suffix}").write_text(content, encoding="utf-8")
    return str(folder)


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = run(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=RULE)
    status, printed, _ = asked(capsys, "rules", "list", "--rules", folder)
    head, *lines = printed.splitlines()
    assert (status, head.split()) == (0, ["id", "kind", "severity", "message"])
    assert [line.split()[0] for line in lines] == [rule.id for rule in load_rules(Path(folder))]
    assert "ours/seats" in printed
    assert next(line.split(maxsplit=3) for line in lines if line.startswith("ours")) == [
        "ours/seats",
        "discrepancy",
        "error",
        "Seats differ: {values}.",
    ]


def test_a_rule_that_is_off_is_listed_so(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=f"{RULE}enabled: false\n")
    _, printed, _ = asked(capsys, "rules", "list", "--rules", folder)
    assert next(line.split()[2] for line in printed.splitlines() if line.startswith("ours")) == "off"


def test_the_settings_folder_of_rules_counts(capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").write_text(f'rules = "{write(yaml=RULE)}"\n', encoding="utf-8")
    assert "ours/seats" in asked(capsys, "rules", "list")[1]


def test_a_list_fits_its_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.cli.ruling.columns", lambda: 60)
    _, printed, _ = asked(capsys, "rules", "list")
    assert max(map(len, printed.splitlines())) == 60
    assert any(line.endswith("…") for line in printed.splitlines())


def test_no_terminal_has_no_columns() -> None:
    assert outputs.columns() is None


def test_the_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, _ = asked(capsys, "rules", "list", "--rules", write(yaml=RULE), "--format", "json")
    found = next(rule for rule in json.loads(printed) if rule["id"] == "ours/seats")
    assert status == 0
    assert (found["severity"], found["enabled"], found["fix"]) == ("error", True, "Ask the city.")


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=RULE, md=MARKED)
    status, printed, _ = asked(capsys, "explain", "ours/seats", "--rules", folder)
    assert status == 0
    for said in (
        "ours/seats  (discrepancy, error)",
        "says: Seats differ: {values}.",
        "why:  A stadium has one number of seats.",
        "fix:  Ask the city.",
        '  stance = "conflict"\n    which claims the rule is for.',
        "Found\n\n  Two counts.\n    Harbour Times, 2024-03-06\n      The new stadium",
        "Not found\n\n  One count, in a draft too.\n    source, 2024-03-06\n",
        "    draft, 2024-03-07\n",
    ):
        assert said in printed


@pytest.mark.parametrize("rule", [rule.id for rule in load_rules()])
def test_every_option_of_a_shipped_rule_is_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, _ = asked(capsys, "explain", rule)
    lines = printed.splitlines()
    options = [n for n, line in enumerate(lines) if line.startswith("  ") and " = " in line]
    assert status == 0
    assert [lines[n] for n in options if not lines[n + 1].startswith("    ")] == []
    assert max(len(line) for n, line in enumerate(lines) if n not in options) <= 80


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("discrepancy/conflit", "did you mean discrepancy/conflict?"),
        ("contradicted", "did you mean draft/contradicted?"),
        ("weather", "`factcheck rules list` names them all"),
    ],
)
def test_an_unknown_rule_is_told_with_the_nearest(name: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "explain", name) == (2, "", f"factcheck: {name}: there is no such rule; {hint}\n")


def test_a_rule_with_a_broken_marked_text_is_not_explained(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=RULE, md="nothing")
    status, printed, said = asked(capsys, "explain", "ours/seats", "--rules", folder)
    assert (status, printed) == (2, "")
    assert said == "factcheck: ours/seats.md: the first line is the rule's id: # TOPIC/NAME\n"


def test_rules_that_do_as_their_texts_show(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=RULE, md=MARKED)
    assert asked(capsys, "rules", "test", folder) == (0, "1 rule, 2 examples: all as they should be\n", "")


def test_a_rule_that_is_off_is_tested(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=f"{RULE}enabled: false\n", md=MARKED)
    assert asked(capsys, "rules", "test", folder)[0] == 0


AT = "ours/seats.md"


@pytest.mark.parametrize(
    ("rule", "marked", "told"),
    [
        (
            RULE.replace("conflict,", "update,"),
            MARKED,
            f"{AT}:9: ours/seats should speak, once and alone, but no rule spoke (Two counts)",
        ),
        (
            RULE.replace(", instead_of: [discrepancy/conflict]", ""),
            MARKED,
            f"{AT}:9: ours/seats should speak, once and alone, but ours/seats, discrepancy/conflict spoke (Two counts)",
        ),
        (
            RULE,
            MARKED.replace("41,000 spectators, the city said.\n```\n\n```text role", "38,000.\n```\n\n```text role")
            .replace("role=draft ", "")
            .replace("seats 38,000.", "seats 38,000 spectators."),
            f"{AT}:21: ours/seats should be silent, but spoke (One count, in a draft too)",
        ),
        (
            RULE,
            MARKED.replace("# ours/seats", "# ours/size"),
            f"{AT}: names the rule ours/size, but the rule beside it is ours/seats",
        ),
        (
            RULE,
            MARKED.split("## Not found", maxsplit=1)[0],
            f"{AT}: no example stands under “Not found”; give one at least",
        ),
        (RULE, MARKED.replace("## Found", "## Right"), f"{AT}: ## Right: the sections are ## Found and ## Not found"),
        (RULE, "\udcff", f"{AT}: is no UTF-8 text; save it as UTF-8"),
    ],
    ids=["silent", "another spoke too", "a false alarm", "another rule's", "one section", "a wrong section", "no text"],
)
def test_what_a_rule_gets_wrong_is_told(rule: str, marked: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=rule)
    Path(AT).write_bytes(marked.encode("utf-8", "surrogateescape"))
    status, printed, _ = asked(capsys, "rules", "test", folder)
    fault, verdict = printed.splitlines()
    assert (status, fault) == (1, told)
    assert verdict.endswith(": 1 wrong")


def test_a_marked_text_with_a_byte_order_mark_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=RULE)
    Path(AT).write_bytes(b"\xef\xbb\xbf" + MARKED.encode())
    assert asked(capsys, "rules", "test", folder)[:2] == (0, "1 rule, 2 examples: all as they should be\n")


def test_a_marked_text_without_a_rule_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=RULE, md=MARKED)
    Path("ours/lost.md").write_text(MARKED, encoding="utf-8")
    Path("ours/README.md").write_text("# Ours\n\nWhat is Found here.\n", encoding="utf-8")
    status, printed, _ = asked(capsys, "rules", "test", folder)
    assert (status, printed.splitlines()[0]) == (
        1,
        "ours/lost.md: no rule stands beside it; name it after its rule's file",
    )
    assert "README" not in printed


def test_a_marked_text_that_is_no_plain_file_is_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(yaml=RULE)
    os.mkfifo(AT)
    status, printed, _ = asked(capsys, "rules", "test", folder)
    assert (status, printed.splitlines()[0]) == (
        1,
        f"{AT}: cannot be read (it is no plain file); check its permissions",
    )


def test_a_rule_without_examples_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, said = asked(capsys, "rules", "test", write(yaml=RULE))
    assert (status, printed) == (0, "1 rule, 0 examples: all as they should be\n")
    assert said.startswith("factcheck: ours/seats: has no marked text; ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("rules test nowhere", "nowhere: no such folder; give the folder that holds your rules"),
        ("rules list --rules a --rules b", "--rules is given 2 times (a, b); give one"),
        ("rules list --format csv", "unknown format 'csv'; the formats are table, json"),
        ("rules", "Missing command; see factcheck rules --help"),
        ("explain", "Missing argument 'RULE'; see factcheck explain --help"),
    ],
)
def test_wrong_use_is_told_in_a_line(arguments: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, *arguments.split()) == (2, "", f"factcheck: {told}\n")
