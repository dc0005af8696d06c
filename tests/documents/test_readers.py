"""Every reader on its sample, and what must hold of every reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import plugins
from factcheck.documents.reading import Reading, Source, reader_of
from factcheck.model import Skipped
from tests.documents.data_samples import EXPECTED_OF_DATA
from tests.samples.make import SAMPLES as SAMPLES_MADE

SAMPLES = Path(__file__).parent.parent / "samples" / "documents"

TABLE = ["row: | county | 2010 | 2011 |", "row: | Skarvik | 4 | 7 |", "row: | Lundholm | 2 | 5 |"]
WORD_FILE = [
    "furniture: Skarvik Port Authority 2011",
    "heading: Ferry strands 120 passengers",
    "paragraph: A ferry with 120 passengers on",
    "paragraph: The tanks held 2 × 10⁵ litres ",
    "item: 14 members of the crew",
    *TABLE,
    "paragraph: The port authority counted 118",
]
EXPECTED = {
    "text.txt": [
        "heading: Ferry strands 120 passengers o",
        "heading: By Ada Lind, 3 May 2011",
        "paragraph: A ferry with 120 passengers on",
        "heading: The accident",
        'paragraph: The "Havørn", a ship of 1,450 ',
        "item: - 120 passengers and 14 crew w",
        "item: - 2 passengers were taken asho",
        "furniture: Read more",
    ],
    "markdown.md": [
        'furniture: ---\ntitle: "Ferry strands pass',
        "heading: # Ferry strands passengers",
        "paragraph: A ferry with **134 people** on",
        "row: | on board | number |",
        "furniture: |----------|-------:|",
        "row: | passengers | 120 |",
        "row: | crew | 14 |",
        "item: 1. The ship struck a sandbank ",
        "item: 2. Two tugs pulled it off at h",
        "furniture: ```\ndraught = 4.2\n```",
    ],
    "html.html": [
        "heading: Ferry strands 120 passengers o",
        "furniture: By Ada Lind",
        "furniture: Share on 3 networks",
        "paragraph: A ferry with 120 passengers on",
        "caption: The Havørn, 84 metres long, on",
        "heading: What was on board",
        "paragraph: The tanks held 2 × 10⁵ litres ",
        "item: 14 members of the crew",
        "item: 31 cars and 2 buses",
        "caption: Ferries that ran aground",
        *TABLE,
        "furniture: Related",
        "furniture: The 5 worst storms of the cent",
        "paragraph: Two tugs pulled the ship off a",
        "furniture: Read more",
    ],
    "pdf.pdf": [
        "heading: Ferry strands 120 passengers",
        "paragraph: Skarvik, 3 May 2011",
        "paragraph: A ferry with 120 passengers on",
        "paragraph: The tanks held 2 × 10⁵ litres ",
        "paragraph: The Havorn is a ship of 1,450 ",
        *TABLE,
        "paragraph: Most of the accidents happen i",
        "paragraph: The first column says that the",
        "paragraph: The second column says that th",
    ],
    "docx.docx": WORD_FILE,
    "odt.odt": WORD_FILE,
}


def readings(name: str, data: bytes) -> list[Reading]:
    """What the reader of a file's suffix makes of it, all of it read."""
    parts = list(reader_of(name)(Source(name, data)))
    assert all(isinstance(part, Reading) for part in parts)
    return [part for part in parts if isinstance(part, Reading)]


@pytest.mark.parametrize("name", plugins.names("factcheck.documents.readers"))
def test_every_reader_has_a_sample_with_its_blocks_told(name: str) -> None:
    samples = [path for path in SAMPLES.iterdir() if path.stem == name]
    assert samples
    for path in samples:
        assert told(path) == (EXPECTED | EXPECTED_OF_DATA)[path.name]


def told(path: Path) -> list[str]:
    """The blocks of every document of a file, behind the part of the file that it is; and what is skipped."""
    lines: list[str] = []
    for part in reader_of(path.name)(Source(path.name, path.read_bytes())):
        if isinstance(part, Skipped):
            lines.append(f"{part.path} skipped: {part.reason[:30]}".strip())
        else:
            lines += [f"{part.part} {b.kind}: {b.span.quote(part.text)[:30]}".lstrip() for b in part.blocks]
    return lines


@pytest.mark.parametrize("name", SAMPLES_MADE)
def test_a_made_sample_is_what_its_script_makes(name: str) -> None:
    assert readings(name, SAMPLES_MADE[name]()) == readings(name, (SAMPLES / name).read_bytes())


PIECES = st.sampled_from(
    [
        *("---\n", "title: x\n", "# ", "Ships left. ", "\n", "\n\n", "\r\n", "- ", "| a |", "```\n", "<!--", "-->"),
        *("===\n", "Read more", "Related:", "Published: 3 May 2011 ", "\ufeff", "\u2028"),
    ]
)


@pytest.mark.parametrize("suffix", [".md", ".txt"])
@given(pieces=st.lists(PIECES, max_size=40))
def test_blocks_are_sorted_apart_and_cover_all_ink(suffix: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    (reading,) = readings(f"a{suffix}", text.encode("utf-8"))
    assert reading.text == text
    covered = [n for block in reading.blocks for n in range(block.span.start, block.span.end)]
    assert covered == sorted(set(covered))
    assert all(text[n].isspace() or text[n] == "\ufeff" for n in set(range(len(text))) - set(covered))
