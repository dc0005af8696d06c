"""Which rules a check asks: by their ids, or by groups of them ("calendar" is all that begin with "calendar/")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model import Document, Figure, Finding, Rule, by_id

NOTICES = {
    "ignore/unused": "A comment ignores a rule that finds nothing there. Take it out, lest it hide what comes.",
    "ignore/wrong": "A comment names no rule, a rule that there is not, or gives no reason, and so it settles nothing.",
    "ignore/foreign": "A comment stands in a source. A source is not the writer's, and must not hide what it disagrees "
    'in: put the comment into the draft, or say comments = "all" in the settings.',
    "baseline/gone": "Findings of the baseline are no longer there. `factcheck baseline --prune` takes them out.",
}
"""What is told of comments and of the baseline, and what it means; it can be ignored as a rule can."""


def is_named(rule: str, names: Iterable[str]) -> bool:
    """Whether one of some ids and groups is, or holds, the rule."""
    return any(rule == name or rule.startswith(name.removesuffix("/") + "/") for name in names)


def unknown(name: str, known: Sequence[str]) -> str | None:
    """What to say of a name that is no rule and no group of rules; None for one that is."""
    every = [*known, *NOTICES]
    if any(is_named(rule, [name]) for rule in every):
        return None
    groups = sorted({rule.partition("/")[0] for rule in every})
    near = get_close_matches(name, [*every, *groups], n=1, cutoff=0.6)
    near = near or [rule for rule in every if rule.endswith(f"/{name}")][:1]
    return f"did you mean {near[0]!r}?" if near else "`factcheck rules list` names them all"


def chosen(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that `select` and `ignore` leave: a rule that is off is asked only where `select` gives its whole id.

    UsageError where a name is none of a rule, or no rule is left: nothing checked would look like nothing found.
    """
    _refuse_unknown(settings, [rule.id for rule in rules])
    select = settings.select
    laid = [replace(rule, enabled=True) for rule in rules if rule.enabled or rule.id in select]
    kept = [rule for rule in laid if not select or is_named(rule.id, select)]
    kept = [rule for rule in kept if not is_named(rule.id, settings.ignore)]
    if not kept:
        raise UsageError("no rule is left to check by; take something out of `ignore`, or select a rule that is on")
    return tuple(kept)


def outside_of_ignored_paths(
    findings: Sequence[Finding], figures: Sequence[Figure], documents: Sequence[Document], settings: Settings
) -> Sequence[Finding]:
    """The findings without those that `per_path` leaves out where their primary figure stands."""
    if not any(own.ignore for own in settings.per_path.values()):
        return findings
    document, figure = by_id(documents), by_id(figures)
    return tuple(
        f for f in findings if not is_named(f.rule, settings.ignored_in(document[figure[f.primary].document].path))
    )


def _refuse_unknown(settings: Settings, known: Sequence[str]) -> None:
    named = [("select", settings.select), ("ignore", settings.ignore)]
    named += [(f"per_path.{pattern}.ignore", own.ignore) for pattern, own in settings.per_path.items()]
    for where, names in named:
        for name in names:
            if hint := unknown(name, known):
                raise UsageError(f"{where}: {name!r} is no rule; {hint}")
