"""Check that a passage says what is asked: of the same thing, of the kind and the side wanted."""
