"""The word lists of the figures: words separated by commas, told in a line where they are none."""

from __future__ import annotations

import pytest

from factcheck.errors import UsageError
from factcheck.lexicon import wordlist


@pytest.mark.parametrize(
    ("name", "keys", "word"),
    [
        ("names", ("numbered",), "#"),
        ("names", ("names",), "9/11"),
        ("change", ("up", "before"), "rose"),
        ("holidays", ("alone",), "may day"),
    ],
)
def test_a_list_holds_its_words(name: str, keys: tuple[str, ...], word: str) -> None:
    assert word in wordlist(name, *keys)
    assert all(w == w.strip() and "," not in w for w in wordlist(name, *keys))


@pytest.mark.parametrize("keys", [("nothing",), ("up",), ("up", "before", "more"), ()])
def test_where_no_words_stand_is_an_error_of_one_line(keys: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match=r"change\.yaml: .*words separated by commas") as error:
        wordlist("change", *keys)
    assert "\n" not in str(error.value)
