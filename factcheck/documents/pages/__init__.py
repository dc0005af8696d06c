"""Web pages: what their markup shows, which of it is the article, and what they say of themselves."""
