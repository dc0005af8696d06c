"""Tables: a cell is read as the sentence that its heads make of it, by the grammar and the parse of all sentences.

"4,300" under "Revenue ($ million)" beside "2023" is "Revenue was $4,300 million in 2023".
"""

from factcheck.figures.tables.cells import Phrase, phrases
from factcheck.figures.tables.heads import is_scale
from factcheck.figures.tables.standing import scaling

__all__ = ["Phrase", "is_scale", "phrases", "scaling"]
