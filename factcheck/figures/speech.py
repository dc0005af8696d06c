"""Who says a figure, and how sure it is: attribution and modality. The words stand in `rules/lexicon/speech.yaml`."""

from __future__ import annotations

from factcheck.figures import syntax
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse
from factcheck.lexicon import wordlist


def attribution(parse: Parse) -> str | None:
    """Who says so: the subject of a verb of speech, or the name behind "according to"."""
    verbs = wordlist("speech", "verbs")
    for word in parse:
        if word.pos == "VERB" and word.lemma in verbs:
            for subject in syntax.children(parse, word, "nsubj"):
                if subject.pos != "PRON":
                    return " ".join(w.text for w in syntax.noun_phrase(parse, subject))
        if word.lemma == "accord":
            for to in syntax.children(parse, word, "prep"):
                for source in syntax.children(parse, to, "pobj"):
                    return " ".join(w.text for w in syntax.noun_phrase(parse, source))
    return None


def modality(parse: Parse, hanging: Hanging) -> str:
    """ "planned" under a verb of intention or a modal, "denied" under a negation, else "stated"."""
    if hanging.verb is None:
        return "stated"
    planned = wordlist("speech", "planned")
    if syntax.children(parse, hanging.verb, "neg"):
        return "denied"
    around = [
        hanging.verb,
        *syntax.children(parse, hanging.verb, "aux"),
        *list(syntax.ancestors(parse, hanging.verb))[:1],
    ]
    return "planned" if any(w.lemma in planned for w in around) else "stated"
