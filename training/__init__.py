"""Training of the reader that the package ships. Not needed to use it."""
