"""A run: what was worked out before is taken from the cache, the rest from workers, and all is put in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property, partial
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
from factcheck.scale.heap import lean
from factcheck.scale.pool import Pool
from factcheck.scale.store import Store
from factcheck.work import keys, tasks
from factcheck.work.bench import Bench
from factcheck.work.chunks import batches, chunks
from factcheck.work.comparing import Compared, compared
from factcheck.work.groups import Group, bundled, grouped
from factcheck.work.held import File, kept, starts
from factcheck.work.merging import merged, of_one
from factcheck.work.messages import MESSAGES
from factcheck.work.notes import Notes
from factcheck.work.places import limits, scheduler
from factcheck.work.read import FEW, Read

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
        self._memory = settings.memory
        self._stack = ExitStack()

    @cached_property
    def _store(self) -> Store:
        """What waits until it is asked for; a run on documents that are at hand needs none."""
        return Store(self._memory * 1_000_000)

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
        skipped = [skipped for listing, _ in listings for skipped in listing.skipped]
        of, files = sum(len(listing.files) for listing, _ in listings), self._files(listings)
        del listings  # of an archive they are large, and what comes needs room
        with lean(of > FEW):
            return Read.of(files, self._store, skipped)

    def _files(self, listings: Sequence[tuple[Listing, Role]]) -> Iterator[File]:
        """What each file holds, in their order; each is let go when it is given."""
        of = sum(len(listing.files) for listing, _ in listings)
        contents = chain.from_iterable(listing.contents(role, self._limits.bytes) for listing, role in listings)
        named = (_Missing(n, self._key_of(content), content) for n, content in enumerate(contents))
        held: dict[int, File] = {}

        def hold(file: _Missing[Content], data: bytes) -> None:
            held[file.place] = File(kept(MESSAGES.unpacked(data), self._store), file.key)

        missing = chunks(self._unknown(named, hold), lambda file: len(file.thing.data), _FILES)
        for files in self._worked_out(missing, lambda some: tasks.to_gather(some, self._limits, self._model)):
            for file, data in files:
                hold(file, data)
            self._told("finding figures", len(held), of)
        return map(held.pop, range(of))

    def _key_of(self, content: Content) -> bytes:
        return keys.of_content(content, self._limits, self._model) if self._cache else b""

    def _unknown(
        self, named: Iterable[_Missing[Thing]], take: Callable[[_Missing[Thing], bytes], None]
    ) -> Iterator[_Missing[Thing]]:
        """The things of which nothing is remembered; what is remembered of the others is taken."""
        for batch in batches(named, _LOOKED_UP):
            known = self._cache.known([item.key for item in batch]) if self._cache else {}
            for item in batch:
                if item.key in known:
                    take(item, known[item.key])
            yield from (item for item in batch if item.key not in known)

    def compared(self, read: Read, rules: Sequence[Rule], steering: Steering) -> Compared:
        """What is found among the documents that were read."""
        with lean(len(read.cards) > FEW):
            groups = grouped(read, steering)
        self._told(f"comparing {len(read.figures)} figures", 0, 0)
        if len(groups) == 1 and not self._cache and not self._scheduler:
            return compared(groups[0], read.documents, read.figures, rules)
        found = self._found(groups, read, rules)
        if len(groups) == 1 and groups[0].size:
            return of_one(found)
        places = [group.places for group in groups]
        del groups  # which hold much more
        with lean(len(read.cards) > FEW):
            return merged(places, [said.id for said in read.said], found)

    def _found(self, groups: Sequence[Group], read: Read, rules: Sequence[Rule]) -> Notes:
        """What is found in each group that has figures."""
        of = sum(group.size > 0 for group in groups)
        key, found = self._key_in(read, rules), Notes(len(groups), starts(read.cards), self._store)

        def hold(item: _Missing[Group], data: bytes) -> None:
            found.note(item.place, item.thing, MESSAGES.unpacked(data))

        named = (_Missing(n, key(group), group) for n, group in enumerate(groups) if group.size)
        missing = chunks(self._unknown(named, hold), lambda item: item.thing.size, _FIGURES)
        for made in self._worked_out(missing, lambda some: tasks.to_compare([bundled(g, read) for g in some], rules)):
            for item, data in made:
                hold(item, data)
            self._told("comparing figures", found.noted, of)
        return found

    def _key_in(self, read: Read, rules: Sequence[Rule]) -> Callable[[Group], bytes]:
        """The keys of groups of what was read."""
        if not self._cache:
            return lambda _: b""
        told = keys.of_rules(rules)
        return lambda group: keys.of_group(group, [read.digests[n] for n in group.places], told)

    def _worked_out(
        self, chunked: Iterable[Sequence[_Missing[Thing]]], request: Callable[[Sequence[Thing]], bytes]
    ) -> Iterator[list[tuple[_Missing[Thing], bytes]]]:
        """Each thing with what is made of it, chunk by chunk; it is remembered as it comes."""
        asked: deque[Sequence[_Missing[Thing]]] = deque()

        def requests() -> Iterator[bytes]:
            for chunk in chunked:
                asked.append(chunk)
                yield request([item.thing for item in chunk])

        for answer in self._answers(requests()):
            made = [*zip(asked.popleft(), tasks.told(answer), strict=True)]
            if self._cache:
                self._cache.keep({item.key: part for item, part in made})
            yield made

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
