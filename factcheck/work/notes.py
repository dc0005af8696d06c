"""What a run remembers of what was found in its groups, in a few columns: of an archive there are thousands."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from factcheck.scale.store import Store
from factcheck.work.comparing import Found
from factcheck.work.groups import Group


class Order:
    """Things of groups in the order of their keys, where they are added group by group in any order of the groups."""

    def __init__(self) -> None:
        self._keys = array("Q")
        self._added = array("I")
        self._counts = array("I")

    def add(self, group: int, keys: Iterable[int]) -> None:
        """Note the keys of a group's things."""
        before = len(self._keys)
        self._keys.extend(keys)
        self._added.append(group)
        self._counts.append(len(self._keys) - before)

    def settle(self, groups: int) -> None:
        """Put all in order; nothing can be added from now on. There are so many groups.

        In the end all things stand in rows, group by group.
        """
        import numpy as np  # loaded by then where there are many

        def column(numbers: np.typing.NDArray[np.uint32]) -> Sequence[int]:
            found = array("I")
            found.frombytes(numbers.astype(np.uint32).tobytes())
            return found

        counts, added = np.frombuffer(self._counts, np.uint32), np.frombuffer(self._added, np.uint32)
        every = np.repeat(added, counts)
        places = np.arange(len(every), dtype=np.uint32) - np.repeat(np.cumsum(counts) - counts, counts)
        order = np.argsort(np.frombuffer(self._keys, np.uint64), kind="stable")
        of_groups = np.bincount(added, counts, groups).astype(np.uint32)
        starts = np.cumsum(of_groups) - of_groups
        rows = (starts[every] + places)[order]
        numbers = np.empty_like(rows)
        numbers[rows] = np.arange(len(rows))
        self._starts, self._rows, self._numbers = column(starts), column(rows), column(numbers)
        del self._keys, self._added, self._counts

    def __len__(self) -> int:
        return len(self._rows)

    def where(self, number: int) -> tuple[int, int]:
        """The group of a thing, and its place there."""
        row = self._rows[number]
        group = bisect_right(self._starts, row) - 1
        return group, row - self._starts[group]

    def number(self, group: int, place: int) -> int:
        """The place of a thing among all."""
        return self._numbers[self._starts[group] + place]


class Notes:
    """What was found in so many groups, of which documents begin with the figures `begins` in the run.

    Claims are in the order of their first figures; findings the worst first, then in the order of the text.
    """

    def __init__(self, groups: int, begins: Sequence[int], store: Store) -> None:
        self._begins, self._store = begins, store
        self._held = array("q", [-1]) * groups
        self.noted = 0
        """How many groups were noted."""
        self.claims, self.findings = Order(), Order()

    def note(self, n: int, group: Group, found: Found) -> None:
        """Hold what was found in the group with a number."""
        begins, primaries = self._begins, found.primaries.places(group, self._begins)
        self.claims.add(n, found.firsts.places(group, begins))
        ranks = (bad * begins[-1] + place for bad, place in zip(found.severities, primaries, strict=True))
        self.findings.add(n, ranks)
        self._held[n] = self._store.put(found.claims, found.findings, found.supports, found.spoken)
        self.noted += 1

    def settle(self) -> None:
        """Put all in order, once all is noted."""
        for order in (self.claims, self.findings):
            order.settle(len(self._held))

    def has(self, n: int) -> bool:
        """Whether anything was noted of a group: it has figures."""
        return self._held[n] >= 0

    def claims_of(self, n: int) -> bytes:
        """The claims of a group, packed."""
        return self._store.get(self._held[n])

    def findings_of(self, n: int) -> bytes:
        """Its findings."""
        return self._store.get(self._held[n] + 1)

    def supports_of(self, n: int) -> bytes:
        """What the sources say of a draft's figures."""
        return self._store.get(self._held[n] + 2)

    def spoken_of(self, n: int) -> bytes:
        """The claims and figures of which findings speak."""
        return self._store.get(self._held[n] + 3)
