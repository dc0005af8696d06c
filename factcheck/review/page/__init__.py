"""The web page of a review: who may come in, what it shows, what is decided on it, and what others decide meanwhile.

Needs starlette and uvicorn (the extra `review`); nothing here is imported before the page is asked for.
"""
