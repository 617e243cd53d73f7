"""Fetch pages and feeds that the user names into a folder of releases. Nothing else goes out."""
