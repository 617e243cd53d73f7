"""Choose the words that answer: whole, cut to size, or others than the reader's."""
