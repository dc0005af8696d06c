"""The work of a run, cut so that it can be remembered and shared: what files hold, and what is found among them."""
