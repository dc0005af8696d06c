"""A run: what was worked out before is taken from the cache, the rest from workers, and all is put in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from factcheck import documents
from factcheck.config import Settings
from factcheck.documents import Content, Listing
from factcheck.model import Role, Rule, Steering
from factcheck.scale.cache import Cache
from factcheck.scale.cluster import Cluster
from factcheck.scale.pool import Pool
from factcheck.work import keys, tasks
from factcheck.work.bench import Bench
from factcheck.work.chunks import batches, chunks
from factcheck.work.comparing import Compared, compared, merged
from factcheck.work.groups import Group, grouped
from factcheck.work.packing import COLUMNS
from factcheck.work.parts import Held
from factcheck.work.places import limits, scheduler
from factcheck.work.read import Read

Told = Callable[[str, int, int], None]
"""Hears what a run does, how much of it is done, and of how much (0: it takes one step)."""
Said = Callable[[str], None]
"""Hears what a user should know of a run, in a line."""

_FILES = 100_000
"""Bytes of the files that one request is about: enough that parsing in batches pays, few enough to share."""
_FIGURES = 1_500
"""Figures of the groups that one request is about."""
_WORTH = 3
"""Requests from which on other processes help more than their start takes."""
_LOOKED_UP = 200
"""Files that are looked up in the cache at once."""


class Run:
    """One run with its settings; a context manager.

    What is worked out is remembered in the folder `cache`, or else in the memory of the `bench` that it is lent. Only
    one that is entered asks a cluster. Raises UsageError for an engine without its address.
    """

    def __init__(
        self,
        settings: Settings,
        cache: Path | None = None,
        told: Told | None = None,
        said: Said | None = None,
        bench: Bench | None = None,
    ) -> None:
        self._model = settings.model
        self._limits = limits(settings)
        self._workers = settings.workers or 1
        self._named = scheduler(settings)
        self._scheduler: str | None = None
        self._told = told or _unheard
        self._said = said or _warned
        self._bench = bench or Bench()
        self._own = bench is None
        self._cache = Cache(cache) if cache else self._bench.memory
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        if self._own:
            self._stack.enter_context(self._bench)
        if self._cache:
            self._stack.enter_context(self._cache)
        self._scheduler = self._named
        if not isinstance(self._cache, Cache) and not self._scheduler:
            self._bench.here.expect(self._limits)  # while the rules are read
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, at)
        for notice in self._cache.notices if self._cache else ():
            self._said(notice)

    def read(self, sources: Sequence[str], draft: str | None = None) -> Read:
        """The documents of files and folders, and their figures; a draft, which is none of the sources, comes last.

        Raises UnreadableError where no process can be started, UsageError for a model that is not there.
        """
        excluding = () if draft is None else (draft,)  # a draft among the sources would support itself
        listings: list[tuple[Listing, Role]] = [(documents.listed(sources, excluding), "source")]
        if draft is not None:
            listings.append((documents.listed([draft]), "draft"))
        held = self._held(listings)
        return Read.of(held, [skipped for listing, _ in listings for skipped in listing.skipped])

    def _held(self, listings: Sequence[tuple[Listing, Role]]) -> list[Held]:
        """What each file holds, in their order; what is worked out is remembered as it comes."""
        of = sum(len(listing.files) for listing, _ in listings)
        contents = chain.from_iterable(listing.contents(role, self._limits.bytes) for listing, role in listings)
        held: dict[int, bytes] = {}
        named: dict[int, bytes] = {}
        asked: deque[list[tuple[int, bytes]]] = deque()

        def requests() -> Iterator[bytes]:
            for chunk in chunks(self._unknown(contents, held, named), lambda item: len(item[2].data), _FILES):
                asked.append([(n, key) for n, key, _ in chunk])
                yield tasks.to_gather([content for _, _, content in chunk], self._limits, self._model)

        for answer in self._answers(requests()):
            mine = asked.popleft()
            parts = tasks.told(answer)
            self._keep({key: part for (_, key), part in zip(mine, parts, strict=True)})
            held |= {n: part for (n, _), part in zip(mine, parts, strict=True)}
            self._told("finding figures", len(held), of)
        return [Held(COLUMNS.unpacked(held[n]), named.get(n, b"")) for n in range(of)]

    def _unknown(
        self, contents: Iterable[Content], held: dict[int, bytes], keyed: dict[int, bytes]
    ) -> Iterator[tuple[int, bytes, Content]]:
        """The files of which nothing is remembered, with their places and keys; what is remembered is `held`."""
        if self._cache is None:
            yield from ((n, b"", content) for n, content in enumerate(contents))
            return
        for batch in batches(enumerate(contents), _LOOKED_UP):
            named = [(n, keys.of_content(content, self._limits, self._model), content) for n, content in batch]
            known = self._cache.known([key for _, key, _ in named])
            held |= {n: known[key] for n, key, _ in named if key in known}
            keyed |= {n: key for n, key, _ in named}
            yield from (item for item in named if item[1] not in known)

    def compared(self, read: Read, rules: Sequence[Rule], steering: Steering) -> Compared:
        """What is found among the documents that were read."""
        groups = grouped(read, steering)
        self._told(f"comparing {sum(len(e.figures) for e in read.extracted)} figures", 0, 0)
        if len(groups) == 1 and not self._cache and not self._scheduler:
            return compared(groups[0], rules)
        found = self._found(groups, read, rules)
        return merged(groups, [found.get(n, Compared((), ())) for n in range(len(groups))], read.figures)

    def _found(self, groups: Sequence[Group], read: Read, rules: Sequence[Rule]) -> dict[int, Compared]:
        """What is found in each group that has figures, by its place."""
        packed, told = COLUMNS.packed(tuple(rules)), keys.of_rules(rules)
        named = {n: self._key(group, read, told) for n, group in enumerate(groups) if group.size}
        known = self._cache.known([*named.values()]) if self._cache else {}
        found = {n: known[key] for n, key in named.items() if key in known}
        missing = [(n, groups[n]) for n in named if n not in found]
        asked: deque[list[int]] = deque()

        def requests() -> Iterator[bytes]:
            for chunk in chunks(missing, lambda item: item[1].size, _FIGURES):
                asked.append([n for n, _ in chunk])
                yield tasks.to_compare([COLUMNS.packed(group) for _, group in chunk], packed)

        for answer in self._answers(requests()):
            mine = asked.popleft()
            parts = tasks.told(answer)
            self._keep({named[n]: part for n, part in zip(mine, parts, strict=True)})
            found |= zip(mine, parts, strict=True)
            self._told("comparing figures", len(found), len(named))
        return {n: COLUMNS.unpacked(data) for n, data in found.items()}

    def _key(self, group: Group, read: Read, rules: bytes) -> bytes:
        return keys.of_group(group, [read.digests[name] for name in group.names], rules) if self._cache else b""

    def _keep(self, values: dict[bytes, bytes]) -> None:
        if self._cache:
            self._cache.keep(values)

    def _answers(self, requests: Iterator[bytes]) -> Iterator[bytes]:
        """The answer to each request, in order: from a cluster, or other processes where there are enough of them."""
        bench = self._bench
        if bench.others is None and (self._scheduler or self._workers > 1):
            worth = 1 if self._scheduler else _WORTH
            first = [*islice(requests, worth)]
            if len(first) == worth:
                bench.start(self._others())
            requests = chain(first, requests)
        return bench.others.answers(requests) if bench.others else map(bench.here.answer, requests)

    def _others(self) -> Pool | Cluster:
        """Those that work instead of this process."""
        if not self._scheduler:
            return Pool(tasks.MODULE, self._workers)
        return Cluster(self._scheduler, tasks.answer_here, partial(keys.of_program, self._model))


def _warned(notice: str) -> None:
    import warnings

    warnings.warn(notice, stacklevel=4)


def _unheard(_what: str, _done: int, _of: int) -> None:
    """Nobody listens."""
