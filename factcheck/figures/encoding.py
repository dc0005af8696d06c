"""The vectors of words in context that the model's `tok2vec` makes, with less work around the arithmetic.

What a word is by itself (form, prefix, suffix, shape) is remembered, and what its neighbours add is worked out by the
operations of the model's layers, in their order, without the layers: most of a short sentence's time went into them.
The vectors are the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

_MOST_WORDS = 50_000
"""Words that are remembered, 400 bytes each."""
_EPSILON = 1e-08
"""What the model's layer normalization adds to the variance."""
_EMBED = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
"""The layers that embed words: their features, as one array, hashed, mixed, and back."""
_TABLE = "ints-getitem>>hashembed"
_WINDOW = "residual(expand_window>>maxout>>layernorm>>dropout)"
"""What layers whose parts are known are called."""


class Encoder:
    """A pipeline component that does what the model's `tok2vec` does, where that `fits`."""

    def __init__(self, component: Any) -> None:  # noqa: ANN401 - spaCy's Tok2Vec
        windows = component.model.get_ref("encode")
        features, _, hashed, mixed, _ = component.model.get_ref("embed").layers
        self._ops = component.model.ops
        self._columns = features.attrs["columns"]
        self._tables = [_table(table) for table in hashed.layers[0].layers]
        self._mix, self._width = _Mix(mixed), mixed.get_dim("nO")
        self._pad = windows.attrs["pad"]
        self._layers = [(_reach(layer), _Mix(layer)) for layer in windows.layers[0].layers]
        self._known: dict[bytes, Any] = {}

    def __call__(self, doc: Any) -> Any:  # noqa: ANN401 - spaCy's Doc
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Any], batch_size: int = 64) -> Iterator[Any]:
        """The documents, each with its tensor: words by width."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            for doc, vectors in zip(batch, self._encoded(batch), strict=True):
                doc.tensor = vectors
                yield doc

    def _encoded(self, docs: Sequence[Any]) -> list[Any]:
        """The vectors of each document. They stand in one array, with rows of zeros between and around them.

        Each layer leaves out the outermost rows: no later one looks so far, and all rows cost the same.
        """
        alone = self._alone(docs)
        gap = self._ops.alloc2f(self._pad, alone[0].shape[1])
        vectors = self._ops.xp.concatenate([gap, *(part for words in alone for part in (words, gap))])
        for reach, mix in self._layers:
            inner = slice(reach, len(vectors) - reach)
            vectors = vectors[inner] + mix(self._ops.seq2col(vectors, reach)[inner], self._ops)
        found, start = [], 0
        for words in alone:
            found.append(vectors[start : start + len(words)].copy())
            start += len(words) + self._pad
        return found

    def _alone(self, docs: Sequence[Any]) -> list[Any]:
        """The vectors of each document's words by themselves."""
        features = [doc.to_array(self._columns) for doc in docs]
        keys = [[row.tobytes() for row in rows] for rows in features]
        known = self._known
        if len(known) > _MOST_WORDS:
            known.clear()
        asked = zip(chain(*keys), chain(*features), strict=True)
        if new := {name: row for name, row in asked if name not in known}:
            known.update(zip(new, self._embedded(self._ops.xp.array([*new.values()])), strict=True))
        return [self._ops.xp.array([known[name] for name in names], "f").reshape(-1, self._width) for names in keys]

    def _embedded(self, features: Any) -> Any:  # noqa: ANN401 - an array
        """The vectors of words by themselves: what tables say of each feature, mixed."""
        found = []
        for column, seed, table in self._tables:
            names = self._ops.xp.ascontiguousarray(features[:, column])
            found.append(self._ops.gather_add(table, self._ops.hash(names, seed) % len(table)))
        return self._mix(self._ops.xp.concatenate(found, axis=1), self._ops)


class _Mix:
    """The last step of a layer: of some sums of a word's numbers the largest ones, brought to one scale."""

    def __init__(self, layer: Any) -> None:  # noqa: ANN401 - thinc's Model
        maxout, norm = (next(_named(layer, name)) for name in ("maxout", "layernorm"))
        pieces = maxout.get_dim("nO") * maxout.get_dim("nP")
        self._shape = (-1, maxout.get_dim("nO"), maxout.get_dim("nP"))
        self._weights = maxout.get_param("W").reshape(pieces, maxout.get_dim("nI"))
        self._bias = maxout.get_param("b").reshape(pieces)
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, rows: Any, ops: Any) -> Any:  # noqa: ANN401 - arrays and thinc's Ops
        mixed = ops.gemm(rows, self._weights, trans2=True)
        mixed += self._bias
        best, _ = ops.maxout(mixed.reshape(self._shape))
        total, width = ops.xp.add.reduce, best.shape[1]
        best -= total(best, axis=1, keepdims=True) / width
        best *= (total(best * best, axis=1, keepdims=True) / width + _EPSILON) ** -0.5
        best *= self._scale
        best += self._shift
        return best


def fits(component: Any) -> bool:  # noqa: ANN401 - spaCy's Tok2Vec
    """Whether a model's `tok2vec` is one whose layers are known here: embedded features, then residual windows."""
    model = component.model
    if not (model.has_ref("embed") and model.has_ref("encode")) or model.get_ref("encode").attrs.get("pad") is None:
        return False
    embed, windows = model.get_ref("embed").layers, model.get_ref("encode").layers[0].layers
    if [layer.name.partition("(")[0] for layer in embed] != _EMBED or any(layer.name != _WINDOW for layer in windows):
        return False
    tables = embed[_EMBED.index("with_array")].layers[0].layers
    deep = sum(map(_reach, windows))
    return deep == model.get_ref("encode").attrs["pad"] > 0 and all(table.name == _TABLE for table in tables)


def _table(model: Any) -> tuple[int, int, Any]:  # noqa: ANN401 - thinc's Model
    """The column of the features that a table is of, its seed and its rows."""
    hashed = next(_named(model, "hashembed"))
    return hashed.attrs["column"], hashed.attrs["seed"], hashed.get_param("E")


def _reach(layer: Any) -> int:  # noqa: ANN401 - thinc's Model
    """How many words to each side a layer looks."""
    return int(next(_named(layer, "expand_window")).attrs["window_size"])


def _named(model: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 - thinc's Model
    return (part for part in model.walk() if part.name == name)
