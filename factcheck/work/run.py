"""A run: what was worked out before is taken from the cache, the rest from workers, and all is put in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

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

Thing = TypeVar("Thing")

_FILES = 100_000
"""Bytes of the files that one request is about: enough that parsing in batches pays, few enough to share."""
_FIGURES = 1_500
"""Figures of the groups that one request is about."""
_WORTH = 3
"""Requests from which on other processes help more than their start takes."""
_LOOKED_UP = 200
"""Files that are looked up in the cache at once."""


@dataclass(frozen=True, slots=True)
class _Missing(Generic[Thing]):
    """Something of which nothing is remembered: its place in the run and its key (empty where none is needed)."""

    place: int
    key: bytes
    thing: Thing


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
        missing = chunks(self._unknown(contents, held, named), lambda item: len(item.thing.data), _FILES)
        for parts in self._worked_out(missing, lambda files: tasks.to_gather(files, self._limits, self._model)):
            held |= parts
            self._told("finding figures", len(held), of)
        return [Held(COLUMNS.unpacked(held[n]), named.get(n, b"")) for n in range(of)]

    def _unknown(
        self, contents: Iterable[Content], held: dict[int, bytes], keyed: dict[int, bytes]
    ) -> Iterator[_Missing[Content]]:
        """The files of which nothing is remembered; what is remembered is `held`, the keys of all are `keyed`."""
        if self._cache is None:
            yield from (_Missing(n, b"", content) for n, content in enumerate(contents))
            return
        for batch in batches(enumerate(contents), _LOOKED_UP):
            named = [_Missing(n, keys.of_content(c, self._limits, self._model), c) for n, c in batch]
            known = self._cache.known([file.key for file in named])
            held |= {file.place: known[file.key] for file in named if file.key in known}
            keyed |= {file.place: file.key for file in named}
            yield from (file for file in named if file.key not in known)

    def compared(self, read: Read, rules: Sequence[Rule], steering: Steering) -> Compared:
        """What is found among the documents that were read."""
        groups = grouped(read, steering)
        self._told(f"comparing {len(read.figures)} figures", 0, 0)
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
        missing = chunks(
            (_Missing(n, key, groups[n]) for n, key in named.items() if n not in found),
            lambda item: item.thing.size,
            _FIGURES,
        )
        for parts in self._worked_out(missing, lambda some: tasks.to_compare([*map(COLUMNS.packed, some)], packed)):
            found |= parts
            self._told("comparing figures", len(found), len(named))
        return {n: COLUMNS.unpacked(data) for n, data in found.items()}

    def _key(self, group: Group, read: Read, rules: bytes) -> bytes:
        return keys.of_group(group, [read.digests[name] for name in group.names], rules) if self._cache else b""

    def _worked_out(
        self, chunked: Iterable[Sequence[_Missing[Thing]]], request: Callable[[Sequence[Thing]], bytes]
    ) -> Iterator[dict[int, bytes]]:
        """What is made of each thing, by its place, chunk by chunk; it is remembered as it comes."""
        asked: deque[Sequence[_Missing[Thing]]] = deque()

        def requests() -> Iterator[bytes]:
            for chunk in chunked:
                asked.append(chunk)
                yield request([item.thing for item in chunk])

        for answer in self._answers(requests()):
            made = [*zip(asked.popleft(), tasks.told(answer), strict=True)]
            if self._cache:
                self._cache.keep({item.key: part for item, part in made})
            yield {item.place: part for item, part in made}

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
