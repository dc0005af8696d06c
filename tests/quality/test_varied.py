"""The archive that is made of the example: always the same, no two events alike, its figures true to its texts."""

from __future__ import annotations

from itertools import combinations, islice

import pytest

from factcheck import claims
from factcheck import figures as extraction
from factcheck.model import Document, Figure
from tests.quality import scale, varied

Bundle = tuple[list[Document], list[Figure]]


@pytest.fixture(scope="module")
def bundles() -> list[Bundle]:
    return list(islice(varied.bundles(), 10))


def test_the_same_seed_makes_the_same_archive(bundles: list[Bundle]) -> None:
    assert list(islice(varied.bundles(), 3)) == bundles[:3]
    assert next(varied.bundles(seed=1)) != bundles[0]


def test_no_two_documents_are_alike(bundles: list[Bundle]) -> None:
    documents = [document for read, _ in bundles for document in read]
    assert len({d.text for d in documents}) == len({d.id for d in documents}) == len(documents) == 40


def test_every_bundle_has_its_own_names_numbers_and_days(bundles: list[Bundle]) -> None:
    told = [varied.variation(0, n) for n in range(len(bundles))]
    assert len({v.names["putin"] for v in told}) == len({v.names["ukraine"] for v in told}) == len(told)
    assert len({v.times["count"] for v in told}) > 1
    assert len({v.earlier for v in told}) > 1
    assert {v.earlier.days % 7 for v in told} == {0}


def test_a_figure_stands_where_its_text_stands(bundles: list[Bundle]) -> None:
    for documents, figures in bundles:
        texts = {d.id: d.text for d in documents}
        assert [f.text for f in figures] == [f.span.quote(texts[f.document]) for f in figures]
        assert all(f.context.sentence.overlaps(f.span) for f in figures)


def test_the_figures_are_those_that_a_reader_of_the_texts_finds(bundles: list[Bundle]) -> None:
    documents, figures = bundles[0]
    found = {(f.document, f.span): f for extracted in extraction.extract(documents) for f in extracted.figures}
    assert {(f.document, f.span) for f in figures} == found.keys()
    read = [found[f.document, f.span] for f in figures]
    assert [(f.kind, f.amount.unit, f.amount.bound) for f in figures] == [
        (f.kind, f.amount.unit, f.amount.bound) for f in read
    ]
    same = [one.amount.value == two.amount.value for one, two in zip(figures, read, strict=True)]
    assert sum(same) >= 0.95 * len(same)


def test_of_an_archive_an_event_has_the_claims_that_it_has_alone(bundles: list[Bundle]) -> None:
    """Ten bundles are more documents than meet in whole."""
    together = _pairs([d for read, _ in bundles for d in read], [f for _, found in bundles for f in found])
    alone = set().union(*(_pairs(documents, figures) for documents, figures in bundles))
    assert len(together & alone) >= 0.9 * len(alone)


def _pairs(documents: list[Document], figures: list[Figure]) -> set[tuple[str, str]]:
    """The figures that share a claim."""
    return {pair for claim in claims.group(figures, documents) for pair in combinations(sorted(claim.figures), 2)}


def test_an_archive_holds_as_many_figures_as_asked_for() -> None:
    documents, figures = varied.archive(100)
    assert (len(documents), len(figures)) == (8, 112)


def test_a_run_reads_back_and_is_summed_up() -> None:
    small, large = scale.Run(100, 8, 30, 0.5, 200.0), scale.Run(1000, 80, 300, 6.0, 300.0)
    assert scale.Run.read(small.row) == small
    assert scale.summary(small, large) == "small 0.5  seconds 6.0  growth 12.0  memory 300.0"


@pytest.mark.parametrize("arguments", [["many"], ["1", "2"], ["--size"]])
def test_wrong_usage_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert scale.main(arguments) == 2
    assert "usage" in capsys.readouterr().err
