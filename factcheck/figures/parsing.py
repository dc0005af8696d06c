"""What each word hangs on as the model's `parser` finds it, in less time for many sentences and for one.

Many sentences take their next transition together (`transitions`): a few operations on arrays, where the model's parser
goes from sentence to sentence and from number to number. One alone takes them without what the model's parser does
around each. Which one it is comes from the same numbers, added up in the same order, so the parses are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import inf
from typing import Any

from factcheck.figures.transitions import KINDS, NEAR, PERMISSIONS, State, States, permission

_MOST_WORDS = 6_000
"""Words that are parsed together; what they add to the scores takes 4 KB for each."""
_STEP = 10
"""A step of all sentences takes as long as one that is alone takes for so many words."""
_CLOSE = 0.05
"""Scores farther from each other stay in their order however they are added up, which changes less than 0.0001."""
_RAISED = "||"
"""Stands in labels of words that hang too high, lest arcs cross; the model's parser knows how to put that right."""
_PIECES = 2


class Parser:
    """A pipeline component that does what the model's `parser` does, where that `fits`."""

    def __init__(self, component: Any) -> None:  # noqa: ANN401 - spaCy's DependencyParser
        self._known, self._xp, self._scores = component, component.model.ops.xp, _Scores(component)
        names, strings = component.move_names, component.vocab.strings
        self._kinds = self._xp.array([KINDS.index(name[0]) for name in names])
        self._labels = self._xp.array([strings[name] for name in (*(name[2:] for name in names), "ROOT")], "uint64")
        self._raised = self._xp.array([*(_RAISED in name for name in names), False])

    def __call__(self, doc: Any) -> Any:  # noqa: ANN401 - spaCy's Doc
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Any], batch_size: int = 0) -> Iterator[Any]:  # noqa: ARG002 - spaCy's signature
        """The documents, each with its heads and dependencies."""
        for batch in _batches(docs):
            by_length = sorted(filter(len, batch), key=len, reverse=True)
            alone = longest_alone([len(doc) for doc in by_length])
            for doc in by_length[:alone]:
                self.alone(doc)
            if by_length[alone:]:
                self.together(by_length[alone:])
            yield from batch

    def together(self, docs: Sequence[Any]) -> None:
        """Set the heads and dependencies of documents, none of them empty."""
        states, table = States([len(doc) for doc in docs], self._xp), self._scores.table(docs)
        while len(states.top):
            actions = self._scores.best(table, *states.seen())
            states.take(self._kinds[actions], actions)
        self._tell(docs, states)

    def alone(self, doc: Any) -> None:  # noqa: ANN401 - spaCy's Doc
        """Set the heads and dependencies of a document that is not empty."""
        state, table = State(len(doc), self._xp), self._scores.table([doc])
        while state.top or state.front:
            action = self._scores.best_of_one(table, *state.seen())
            state.take(self._kinds.item(action), action)
        self._tell([doc], state)

    def _tell(self, docs: Sequence[Any], states: States | State) -> None:
        """Set what the words of documents that are parsed to their ends hang on."""
        rows = self._xp.stack([states.distances().view("uint64"), self._labels[states.action]], axis=1)
        raised = self._raised[states.action]
        for doc, end in zip(docs, accumulate(map(len, docs)), strict=True):
            words = slice(end + 1 - len(doc), end + 1)
            doc.from_array(["HEAD", "DEP"], rows[words])
            if raised[words].any():
                for correct in self._known.postprocesses:
                    correct(doc)


class _Scores:
    """The best action by the words near a place: what they say there is added up, and mixed once more."""

    def __init__(self, component: Any) -> None:  # noqa: ANN401 - spaCy's DependencyParser
        model = component.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors, self._ops, self._xp = model.get_ref("tok2vec"), model.ops, model.ops.xp
        self._width = lower.get_dim("nO")
        # of each two numbers the larger counts: all first ones stand before all second ones, to be compared as wholes
        self._weights = lower.get_param("W").swapaxes(1, 2).reshape(-1, lower.get_dim("nI"))
        self._none = lower.get_param("pad").swapaxes(2, 3).reshape(-1)
        self._bias = lower.get_param("b").T.reshape(-1)
        self._mixing = upper.get_param("W")
        self._once = self._xp.ones(NEAR, "f")
        bits = self._xp.array([permission(name[0]) for name in component.move_names])
        may = self._xp.arange(PERMISSIONS)[:, None] & bits > 0
        self._biases = self._xp.where(may, upper.get_param("b"), self._xp.float32("-inf"))

    def table(self, docs: Sequence[Any]) -> Any:  # noqa: ANN401 - an array
        """What each word says in each place where it may stand: a row for a word in a place, no word first."""
        vectors = self._vectors.predict(docs)
        table = self._xp.empty((len(vectors) + 1, len(self._weights)), "f")
        table[0] = self._none
        self._ops.gemm(vectors, self._weights, trans2=True, out=table[1:])
        return table.reshape(-1, _PIECES * self._width)

    def best(self, table: Any, near: Any, permitted: Any) -> Any:  # noqa: ANN401 - arrays
        """The permitted action with the best score in each state, from the words that are near there."""
        first, *others = near * NEAR + self._xp.arange(NEAR)[:, None]
        said = table.take(first, axis=0)
        for rows in others:
            said += table.take(rows, axis=0)
        said += self._bias
        larger = self._xp.maximum(said[:, : self._width], said[:, self._width :])
        scores = self._ops.gemm(larger, self._mixing, trans2=True)
        scores += self._biases.take(permitted, axis=0)
        return scores.argmax(axis=1)

    def best_of_one(self, table: Any, near: Sequence[int], permitted: int) -> int:  # noqa: ANN401 - an array
        """The same for one state, by what adds the numbers up sooner, but in another order.

        Where two actions are so close that it might matter, they are added up again in the right one.
        """
        words = [word * NEAR + place for place, word in enumerate(near)]
        said = self._once.dot(table.take(words, axis=0))
        said += self._bias
        scores = self._mixing.dot(self._xp.maximum(said[: self._width], said[self._width :]))
        scores += self._biases[permitted]
        best = int(scores.argmax())
        most = scores.item(best)
        scores[best] = -inf
        if most - scores.item(scores.argmax()) > _CLOSE:
            return best
        return int(self.best(table, self._xp.array(near)[:, None], [permitted])[0])


def fits(component: Any) -> bool:  # noqa: ANN401 - spaCy's DependencyParser
    """Whether a model's `parser` is one whose workings are known here: greedy, of whole words, with two layers."""
    model, settings, names = component.model, component.cfg, component.move_names
    if model.name != "parser_model" or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return False
    lower = model.get_ref("lower")
    known = lower.get_dim("nF") == NEAR and lower.get_dim("nP") == _PIECES and {*KINDS} == {name[0] for name in names}
    return known and settings["beam_width"] == 1 and not settings["learn_tokens"] and "L-subtok" not in names


def _batches(docs: Iterable[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    words = 0
    for doc in docs:
        batch.append(doc)
        words += len(doc)
        if words > _MOST_WORDS:
            yield batch
            batch, words = [], 0
    yield batch


def longest_alone(lengths: Sequence[int]) -> int:
    """How many of the longest sentences are sooner parsed one by one; `lengths` from the longest.

    The steps of the others are as many as the longest of them needs.
    """
    before = accumulate(lengths, initial=0)
    times = [words + _STEP * longest for words, longest in zip(before, (*lengths, 0), strict=True)]
    return times.index(min(times))
