"""Word processors' documents: paragraphs, tables and notes, whichever program wrote them."""
