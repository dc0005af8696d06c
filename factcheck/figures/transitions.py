"""How far sentences are parsed, all of them step by step together: Nivre's arc-eager transitions, as spaCy has them.

The words of a sentence wait, and go on a pile in their order; what hangs on what is decided where the pile's top meets
the first word that waits. Five kinds of actions go on from there: shift puts that word on the pile, reduce takes the
top off, a left arc hangs the top on that word, a right arc that word on the top, and break begins a sentence behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

KINDS = "SDLRB"
"""Shift, reduce, left and right arc, break: the letters that spaCy's names of actions begin with."""
NEAR = 8
"""Words near the place where a sentence is, which tell what comes next."""
_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(5)
_MAY_SHIFT, _MAY_REDUCE, _MAY_HANG, _MAY_BREAK = 1, 2, 4, 8
PERMISSIONS = 16


def permission(kind: str) -> int:
    """The bit that permits the actions of a kind."""
    return (_MAY_SHIFT, _MAY_REDUCE, _MAY_HANG, _MAY_HANG, _MAY_BREAK)[KINDS.index(kind)]


class States:
    """Where each sentence is, and what its words hang on so far.

    The words of all sentences are numbered from 1; 0 is none. The pile and what waits are chains: of each word the one
    `below` it, and the one that is `next`. `top` and `front` are where they begin, for the sentences that go on.
    """

    def __init__(self, lengths: Sequence[int], xp: Any) -> None:  # noqa: ANN401 - numpy
        self._xp = xp
        ends = xp.array(lengths).cumsum()
        words = ends[-1] + 1
        self.top, self.front = xp.zeros_like(ends), ends - lengths + 1
        self._next = xp.arange(1, words + 1)
        self._next[ends] = self._next[0] = 0
        self._below, self._head = xp.zeros((2, words), int)
        self._left, self._right = xp.zeros((2, words), int)  # what was hung on a word last, from each side
        self._older = xp.zeros(words, int)  # what was that, from the right, before this word
        self._held, self._begins = xp.zeros((2, words), bool)  # went back to those that wait; begins a sentence within
        self.action = xp.full(words, -1)
        """The action that hung each word, -1 for roots and for none."""

    def seen(self) -> tuple[Any, Any]:
        """The words near each place, a row for a role; and what may be done there, as bits."""
        top, front = self.top, self.front
        second, behind = self._below[top], self._next[front]
        last = self._left[front], self._left[top], self._right[top]
        near = self._xp.stack([front, behind, top, second, self._below[second], *last])
        empty, goes_on = top == 0, ~self._begins[front]
        may_shift = empty | (goes_on & (behind != 0) & ~self._held[front])
        may_hang = goes_on & (front != 0) & ~empty
        may_break = (behind == front + 1) & ~self._begins[behind]
        return near, _MAY_SHIFT * may_shift + _MAY_REDUCE * ~empty + _MAY_HANG * may_hang + _MAY_BREAK * may_break

    def take(self, kinds: Any, actions: Any) -> None:  # noqa: ANN401 - arrays
        """Take an action in each state; states whose sentences are parsed to their ends are left behind."""
        shift, reduce, left, right, broken = ((kinds == kind).nonzero()[0] for kind in range(len(KINDS)))
        self._begins[self._next[self.front[broken]]] = True
        self._hang_top(left, actions[left])
        self._hang_front(right, actions[right])
        self._push(self._xp.concatenate([shift, right]))
        self._reduce(reduce)
        going = (self.top | self.front) != 0
        if not going.all():
            self.top, self.front = self.top[going], self.front[going]

    def _hang_top(self, at: Any, actions: Any) -> None:  # noqa: ANN401 - arrays
        """Hang the top of the pile on the first word that waits, and no more on the one below that it hung on."""
        word, head = self.top[at], self.front[at]
        self._right[self._head[word]] = self._older[word]
        self._head[word], self.action[word], self._left[head] = head, actions, word
        self._held[head] = False
        self.top[at] = self._below[word]

    def _hang_front(self, at: Any, actions: Any) -> None:  # noqa: ANN401 - arrays
        word, head = self.front[at], self.top[at]
        self._head[word], self.action[word] = head, actions
        self._older[word], self._right[head] = self._right[head], word

    def _push(self, at: Any) -> None:  # noqa: ANN401 - an array
        word = self.front[at]
        self._below[word], self.top[at], self.front[at] = self.top[at], word, self._next[word]

    def _reduce(self, at: Any) -> None:  # noqa: ANN401 - an array
        """Take the top off; where it hangs on nothing and is not the last, it waits again."""
        word = self.top[at]
        below = self.top[at] = self._below[word]
        back = (below != 0) & (self._head[word] == 0)
        at, word = at[back], word[back]
        self._held[word], self._next[word], self.front[at] = True, self.front[at], word

    def distances(self) -> Any:  # noqa: ANN401 - an array
        """How many words behind each word its head is, 0 for roots and for none."""
        return self._xp.where(self._head, self._head - self._xp.arange(len(self._head)), 0)


class State:
    """Where one sentence is: what `States` holds of many, in plain numbers, for an array of one number is slow."""

    def __init__(self, length: int, xp: Any) -> None:  # noqa: ANN401 - numpy
        self._xp = xp
        self.top, self.front = 0, 1
        self._next = [0, *range(2, length + 1), 0]
        self._below, self._head, self._left, self._right, self._older = ([0] * (length + 1) for _ in range(5))
        self._held, self._begins = [False] * (length + 1), [False] * (length + 1)
        self.action = [-1] * (length + 1)

    def seen(self) -> tuple[tuple[int, ...], int]:
        """The words near the place, by role; and what may be done there, as bits."""
        top, front = self.top, self.front
        second, behind = self._below[top], self._next[front]
        last = self._left[front], self._left[top], self._right[top]
        goes_on = not self._begins[front]
        permitted = _MAY_REDUCE if top else _MAY_SHIFT
        if top and goes_on and front:
            permitted |= _MAY_HANG
            if behind and not self._held[front]:
                permitted |= _MAY_SHIFT
        if behind == front + 1 and not self._begins[behind]:
            permitted |= _MAY_BREAK
        return (front, behind, top, second, self._below[second], *last), permitted

    def take(self, kind: int, action: int) -> None:
        """Take an action; at the end of the sentence no word is the top and none the front."""
        if kind == _SHIFT:
            self._push()
        elif kind == _REDUCE:
            self._reduce()
        elif kind == _LEFT:
            self._hang_top(action)
        elif kind == _RIGHT:
            self._hang_front(action)
        else:
            self._begins[self._next[self.front]] = True

    def _hang_top(self, action: int) -> None:
        word, head = self.top, self.front
        self._right[self._head[word]] = self._older[word]
        self._head[word], self.action[word], self._left[head] = head, action, word
        self._held[head] = False
        self.top = self._below[word]

    def _hang_front(self, action: int) -> None:
        word, head = self.front, self.top
        self._head[word], self.action[word] = head, action
        self._older[word], self._right[head] = self._right[head], word
        self._push()

    def _push(self) -> None:
        word = self.front
        self._below[word], self.top, self.front = self.top, word, self._next[word]

    def _reduce(self) -> None:
        word = self.top
        self.top = self._below[word]
        if self.top and not self._head[word]:
            self._held[word], self._next[word], self.front = True, self.front, word

    def distances(self) -> Any:  # noqa: ANN401 - an array
        """How many words behind each word its head is, 0 for roots and for none."""
        return self._xp.array([head - word if head else 0 for word, head in enumerate(self._head)])
