"""Follow a folder of releases and bring its index up to date when the folder has changed."""
