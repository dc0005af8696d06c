"""Units and currencies: which a text names, what they measure, and their values in each other.

Units are lines of units.txt, currencies lines of currencies.txt. A unit is spoken of by its name
("kilometer"), a currency by its code ("USD"), a rate by both of its parts ("USD/barrel"). The files
are read when they are first needed.
"""

from factcheck.units.conversion import comparable, convert, factor
from factcheck.units.currencies import currency_after, currency_before, namesakes
from factcheck.units.foreign import known_to_quantulum
from factcheck.units.measures import Unit, glued, match
from factcheck.units.naming import dimension, names, words_for
from factcheck.units.surfaces import MAX_WORDS

__all__ = [
    "MAX_WORDS",
    "Unit",
    "comparable",
    "convert",
    "currency_after",
    "currency_before",
    "dimension",
    "factor",
    "glued",
    "known_to_quantulum",
    "match",
    "names",
    "namesakes",
    "words_for",
]
