"""The dates that a release states of itself: of publication, of a change, of the end of an embargo.

They stand in its text (``text``), its metadata (``stated``) or its file's name (``file_name``).
"""
