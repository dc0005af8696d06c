"""Near copies: who copies whom, as a whole and by the paragraph, and what is no copy."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.columns import Columns
from factcheck.documents import (
    Sketch,
    find_copies,
    from_text,
    holders,
    likely,
    meetings,
    runs,
    sketched,
    sought,
    with_copies,
)
from factcheck.documents.register import Register
from factcheck.documents.words import Words
from factcheck.model import Block, Document, Role, Span

FERRY = (
    "The ferry Maren left the port of Elsin at dusk on Monday and ran onto a sandbank half an hour later, the port "
    "authority said in a statement that was read out on the radio during the night."
)
CREW = (
    "All 214 people on board were taken off by fishing boats before midnight, and the captain, who has sailed the "
    "strait for thirty years, told the police that his charts were older than the bank."
)
OWNER = (
    "The owner of the line, a company with nine ships, said that it would pay for the hotels of its passengers and "
    "that a tug would try to pull the ship free at the next spring tide."
)
SURVIVORS = (
    "A teacher from Norvik described how the lamps went out on the lower deck while children sang to keep their "
    "spirits up, until a boat with a lantern came alongside and somebody shouted that there was room for ten."
)
HARBOUR = (
    "On the quay the bakers had opened their shops in the middle of the night, and the mayor carried baskets of rolls "
    "to the hall where cots had been put up between the climbing frames of a school."
)
WIRE = (FERRY, CREW, OWNER)
MONDAY, TUESDAY, WEDNESDAY = (date(2024, 3, day) for day in (4, 5, 6))
_THREE_DAYS = (MONDAY, TUESDAY, WEDNESDAY)
QUOTE = (
    "“We will raise the ship before the summer and we will pay for every suitcase that the sea has taken, however long "
    "it takes us to find out whose it was,” said the owner."
)
FORECAST = (
    "Temperatures in the valley will rise to {} degrees by noon, the weather office said, with winds of {} kilometres "
    "an hour from the west and {} millimetres of rain in the {} towns along the river before nightfall."
)


def document(
    name: str, paragraphs: Sequence[str], published: date | None = MONDAY, *, role: Role = "source", outlet: str = ""
) -> Document:
    """A document whose id and path are its name."""
    read = from_text("\n\n".join(paragraphs), path=f"{name}.txt", role=role, outlet=outlet or None)
    return replace(read, id=name, published=published)


def copied(documents: Sequence[Document]) -> dict[str, str]:
    """Which documents are copies of which, as wholes."""
    return {d.id: d.copy_of for d in with_copies(documents) if d.copy_of}


def stretches(documents: Sequence[Document]) -> dict[str, list[tuple[str, str]]]:
    """By document the first words of what it copies, and from whom."""
    return {
        d.id: [(" ".join(c.span.quote(d.text).split()[:2]), c.of) for c in d.copied]
        for d in with_copies(documents)
        if d.copied
    }


def edited(text: str) -> str:
    """The text as a desk changes it: three words and a number."""
    changes = {"at dusk": "at nightfall", "taken off": "rescued", "214": "241", "nine ships": "a dozen ships"}
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            (MONDAY, "2024-03-04T09:10:00Z"), (MONDAY, "2024-03-04T08:00:00Z"), {"a": "b"}, id="hours of a day"
        ),
        pytest.param((MONDAY, "2024-03-04T08:00:00Z"), (MONDAY, "2024-03-04T08:00:00Z"), {"b": "a"}, id="one moment"),
        pytest.param(
            (TUESDAY, "2024-03-04T16:00:00Z"), (MONDAY, "2024-03-04T20:00:00Z"), {"b": "a"}, id="zones apart by a day"
        ),
        pytest.param((MONDAY, "2024-03-04T09:10:00Z"), (MONDAY, None), {"b": "a"}, id="one knows no time of day"),
        pytest.param((TUESDAY, "2024-03-05T09:10:00Z"), (MONDAY, None), {"a": "b"}, id="the days tell it then"),
    ],
)
def test_the_moment_tells_who_was_first(
    a: tuple[date, str | None], b: tuple[date, str | None], expected: dict[str, str]
) -> None:
    told = [replace(document(name, WIRE, day), moment=moment) for name, (day, moment) in (("a", a), ("b", b))]
    assert copied(told) == copied(told[::-1]) == expected
    assert {d.id: {c.of for c in d.copied} for d in with_copies(told) if d.copied} == {
        copy: {of} for copy, of in expected.items()
    }


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (WIRE, WIRE, {"b": "a"}),
        (WIRE, tuple(map(edited, WIRE)), {"a": "b"}),
        (WIRE, (f"{FERRY} {CREW}", OWNER), {"b": "a"}),
        (WIRE, (FERRY, CREW), {"b": "a"}),
        ((FERRY, CREW), WIRE, {"a": "b"}),
        (WIRE, (*WIRE, WIRE[0]), {"a": "b"}),
        (WIRE, (FERRY, SURVIVORS, HARBOUR), {}),
        (WIRE, (SURVIVORS, HARBOUR), {}),
        (("The ferry is lost.",), ("The ferry is lost.",), {}),
        (("Share this page with your friends.",) * 9, ("Share this page with your friends.",) * 9, {}),
    ],
    ids=[
        "word for word",
        "edited, with another number and some letters more",
        "paragraphs joined",
        "trimmed",
        "trimmed, before the longer in the order of the paths",
        "with a block that repeats an earlier one, which counts once",
        "one paragraph alike",
        "none alike",
        "too short to tell",
        "page furniture",
    ],
)
def test_copies_of_one_day(a: Sequence[str], b: Sequence[str], expected: dict[str, str]) -> None:
    assert copied([document("a", a), document("b", b)]) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((MONDAY, TUESDAY), {"b": "a"}),
        ((TUESDAY, MONDAY), {"a": "b"}),
        ((TUESDAY, None), {"b": "a"}),
        ((None, MONDAY), {"a": "b"}),
        ((None, None), {"b": "a"}),
    ],
)
def test_the_first_is_the_original(days: tuple[date | None, date | None], expected: dict[str, str]) -> None:
    assert copied([document("a", WIRE, days[0]), document("b", WIRE, days[1])]) == expected


def test_a_story_that_grows_a_day_later_is_no_copy_of_its_first_lines() -> None:
    brief, story = document("a", [FERRY], MONDAY), document("b", [FERRY, SURVIVORS, HARBOUR, OWNER], TUESDAY)
    assert copied([brief, story]) == {}
    assert stretches([brief, story]) == {"b": [("The ferry", "a")]}


def test_chains_lead_to_the_first() -> None:
    second = tuple(map(edited, WIRE))
    third = tuple(t.replace("half an hour", "thirty minutes").replace("thirty years", "a lifetime") for t in second)
    chain = [document("a", WIRE, WEDNESDAY), document("b", second, TUESDAY), document("c", third, MONDAY)]
    assert copied(chain) == {"a": "c", "b": "c"}


def test_a_wire_paragraph_within_a_story_is_copied_alone() -> None:
    found = stretches([document("a", WIRE, MONDAY), document("b", [SURVIVORS, edited(CREW), HARBOUR], TUESDAY)])
    assert found == {"b": [("All 241", "a")]}


def test_what_every_story_of_a_house_ends_with_makes_no_copy() -> None:
    house = f"About the line: {OWNER} {CREW}"
    profit = "The line said on Monday that it made a profit of 12 million crowns in the year, a third more than before."
    layoffs = "The line is to cut 300 jobs in its ports by the autumn, its chairman told the staff in Elsin on Tuesday."
    found = [document("a", [profit, house], MONDAY), document("b", [layoffs, house], TUESDAY)]
    assert copied(found) == {}
    assert stretches(found) == {"b": [("About the", "a")]}


def test_what_a_copy_adds_is_its_own_and_what_is_too_short_to_tell_is_not() -> None:
    copy = document("b", ["Ferry aground", *WIRE, SURVIVORS, "Nobody was hurt."], TUESDAY)
    found = stretches([document("a", WIRE, MONDAY), copy])
    assert [words for words, _ in found["b"]] == ["Ferry aground", "The ferry", "All 214", "The owner", "Nobody was"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry did not answer calls at the weekend.", {}),
        (FORECAST.format(12, 40, 3, 5), {"b": [("Temperatures in", "a")]}),
        (QUOTE, {}),
        (FORECAST.format(31, 15, 8, 5), {}),
    ],
    ids=["a stock phrase", "the same forecast", "what somebody said", "a form that is filled in anew"],
)
def test_what_two_stories_may_have_alike(sentence: str, expected: dict[str, list[tuple[str, str]]]) -> None:
    stock = "The ministry did not answer calls at the weekend."
    first = document("a", [FORECAST.format(12, 40, 3, 5), stock, QUOTE, FERRY])
    assert stretches([first, document("b", [sentence, SURVIVORS], TUESDAY)]) == expected


def test_the_same_words_of_somebody_else_are_no_copy() -> None:
    line = "On Friday {} and {} sealed a contract in {} under which gas is to flow from the fields off {} for 30 years."
    first = line.format("Ada Lind", "Bo Kerr", "Norvik", "Sandey")
    others = [
        line.format("Cy Marsh", "Di Hale", "Elsin", "Orrin"),
        line.format("Ada Lind", "Bo Kerr", "Elsin", "Sandey"),
    ]
    found = stretches([document("a", [first]), *(document(n, [o], TUESDAY) for n, o in zip("bc", others, strict=True))])
    assert found == {"c": [("On Friday", "a")]}


def test_a_chain_of_copies_leads_no_further_than_its_names() -> None:
    line = "The {} council met on Monday to hear why the road to {} stays closed and who is to pay for its repairs."
    chain = [line.format("Norvik", "Elsin"), line.format("Orrin", "Elsin"), line.format("Orrin", "Sandey")]
    found = stretches([document(n, [words], day) for n, words, day in zip("abc", chain, _THREE_DAYS, strict=True)])
    assert {name: of for name, ((_, of),) in found.items()} == {"b": "a", "c": "b"}


def test_two_tables_of_one_layout_are_no_copies() -> None:
    rows = "\n".join(f"Sales of the {name} branch in the first quarter | {n}" for n, name in enumerate("abcdef"))
    tables = [replace(document(name, [rows]), blocks=(Block("row", Span(0, len(rows))),)) for name in "ab"]
    assert copied(tables) == {}


def test_a_post_of_a_live_page_has_its_own_day() -> None:
    live = document("a", [SURVIVORS, CREW], MONDAY)
    live = replace(live, blocks=tuple(replace(block, published=WEDNESDAY) for block in live.blocks))
    assert stretches([live, document("b", [CREW, HARBOUR], TUESDAY)]) == {"a": [("All 214", "b")]}


def test_a_draft_is_neither_a_copy_nor_copied() -> None:
    documents = [document("a", WIRE, MONDAY), document("b", WIRE, TUESDAY)]
    draft = document("c", WIRE, None, role="draft")
    assert copied([*documents, draft]) == copied(documents) == {"b": "a"}
    assert with_copies([documents[1], draft]) == (documents[1], draft)


POOL = (*WIRE, SURVIVORS, HARBOUR, *map(edited, WIRE), FORECAST.format(1, 2, 3, 4))
STORIES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(POOL), min_size=1, max_size=5),
        st.sampled_from((None, MONDAY, TUESDAY, WEDNESDAY)),
    ),
    min_size=2,
    max_size=7,
)


@settings(max_examples=60, deadline=None)
@given(STORIES, st.randoms(use_true_random=False))
def test_the_groups_are_the_same_in_any_order(stories: list[tuple[list[str], date | None]], random: Random) -> None:
    documents = [document(f"d{n}", paragraphs, day) for n, (paragraphs, day) in enumerate(stories)]
    mixed = random.sample(documents, len(documents))
    assert copied(mixed) == copied(documents)
    assert stretches(mixed) == stretches(documents)


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_every_copy_leads_to_an_original_that_is_not_later(stories: list[tuple[list[str], date | None]]) -> None:
    found = {
        d.id: d
        for d in with_copies([document(f"d{n}", paragraphs, day) for n, (paragraphs, day) in enumerate(stories)])
    }
    for read in found.values():
        assert all(c.of != read.id and not found[c.of].after(read) for c in read.copied)
        if read.copy_of:
            assert found[read.copy_of].copy_of is None
            assert not found[read.copy_of].after(read)


def words(random: Random, n: int) -> tuple[str, ...]:
    return tuple(
        random.choice("river stone cloud lamp ship tower garden winter market bridge".split()) for _ in range(n)
    )


def test_many_documents_are_grouped_as_few_are() -> None:
    random = Random(2)  # noqa: S311
    stories = [
        document(f"own{n}", [" ".join(words(random, 30)) for _ in range(3)], MONDAY + timedelta(n % 5))
        for n in range(60)
    ]
    assert copied([*stories, document("a", WIRE), document("b", tuple(map(edited, WIRE)), WEDNESDAY)]) == {"b": "a"}


def sketches(documents: Sequence[Document]) -> list[Sketch]:
    return [sketched(document) for document in documents]


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_the_documents_that_hold_a_paragraph_are_those_that_laying_all_beside_each_other_tells(
    stories: list[tuple[list[str], date | None]],
) -> None:
    told = sketches([document(f"d{n}", paragraphs, day) for n, (paragraphs, day) in enumerate(stories)])
    register = Register(told)
    found = {
        (register.document_of(original), copy)
        for original, copy in meetings.meetings(register).tolist()
        if copy < register.passages
    }
    passages = {
        text: Words.of_passage(told[register.document_of(text)], register.passage_of(text) or 0)
        for text in range(register.passages)
    }
    assert found == {
        (n, text)
        for text, words in passages.items()
        for n, other in enumerate(told)
        if register.enough[text] and register.document_of(text) != n and words.run_in(Words.of_document(other))
    }


@settings(max_examples=30, deadline=None)
@given(STORIES)
def test_in_many_small_steps_the_same_is_found(stories: list[tuple[list[str], date | None]]) -> None:
    told = sketches([document(f"d{n}", paragraphs, day) for n, (paragraphs, day) in enumerate(stories)])
    expected = find_copies(told)
    with pytest.MonkeyPatch.context() as patched:
        for module, name in (
            (runs, "AT_ONCE"),
            (sought, "BATCH"),
            (holders, "_HELD"),
            (likely, "_AT_ONCE"),
            (meetings, "_AT_ONCE"),
        ):
            patched.setattr(module, name, 10)
        assert find_copies(told) == expected


class Loaded(Sequence[Sketch]):
    """Sketches that are unpacked whenever they are asked for."""

    def __init__(self, told: Sequence[Sketch]) -> None:
        self._columns = Columns((Sketch,))
        self._packed = [self._columns.packed(sketch) for sketch in told]

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, n: int | slice) -> Sketch:  # type: ignore[override] # no part of them is asked for
        assert isinstance(n, int)
        sketch: Sketch = self._columns.unpacked(self._packed[n])
        return sketch

    @property
    def size(self) -> int:
        return sum(map(len, self._packed))


def test_sketches_are_loaded_when_they_are_asked_for() -> None:
    told = sketches([document("a", WIRE, TUESDAY), document("b", [FERRY, SURVIVORS]), document("c", WIRE, WEDNESDAY)])
    found = find_copies(Loaded(told))
    assert found == find_copies(told)
    assert [(whole, {place for _, place in stretches}) for whole, stretches in found] == [
        (None, {1}),
        (None, set()),
        (0, {0, 1}),
    ]


def test_a_sketch_is_small() -> None:
    long = document("a", POOL * 5)
    assert Loaded([sketched(long)]).size < 8 * len(long.text.split())


def test_a_sketch_is_the_same_in_every_process() -> None:
    code = (
        "from factcheck.documents import from_text, sketched; from factcheck.columns import Columns; "
        "from factcheck.documents import Sketch; import zlib; "
        f"print(zlib.crc32(Columns((Sketch,)).packed(sketched(from_text({FERRY + CREW!r})))))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]


def test_a_paragraph_of_very_many_documents_goes_back_to_the_first() -> None:
    random = Random(3)  # noqa: S311
    many = [document(f"d{n:02}", [CREW, " ".join(words(random, 30))], MONDAY + timedelta(n)) for n in range(40)]
    mixed = random.sample(many, len(many))
    assert stretches(mixed) == {d.id: [("All 214", "d00")] for d in many[1:]}


def test_a_list_of_short_lines_is_copied_as_a_whole() -> None:
    lines = [f"The {word} shop in Elsin opens at dawn" for word in "bread fish book shoe lamp glass rope paint".split()]
    told = [document(name, lines, day) for name, day in (("a", MONDAY), ("b", TUESDAY))]
    assert copied(told) == {"b": "a"}


def test_one_source_loads_no_library_to_compare_it() -> None:
    code = (
        "import sys; from factcheck.documents import from_text, with_copies; "
        f"found = with_copies([from_text({CREW!r}), from_text({CREW!r}, role='draft')]); "
        "print(len(found), 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "False"]
