"""The spaCy component, found by its entry point."""

from __future__ import annotations

import pytest
import spacy


@pytest.mark.parametrize(("published", "sunday"), [("2024-03-04", "2024-03-03"), (None, "XXXX-WXX-7")])
def test_a_pipeline_gives_each_doc_its_figures(published: str | None, sunday: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck_figures", config={"published": published})
    doc = nlp("Some 40,000 people marched on Sunday.")
    assert [(f.text, f.to_dict()["low"]) for f in doc._.figures] == [("40,000", 40000), ("Sunday", sunday)]
    assert [f.span.quote(doc.text) for f in doc._.figures] == ["40,000", "Sunday"]


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^factcheck_figures: published: .* is no date; write it as 2022-02-04$"):
        spacy.blank("en").add_pipe("factcheck_figures", config={"published": "Monday"})
