"""Who says what in a release: its quotes, the speaker of each, and the speaker's full name.

``finding`` puts the others together. A speaker stands in the sentence of the quote
(``speakers``), signs it on a line beside it (``signatures``) or is named before (``continued``).
"""
