"""Find the date that answers: one that the release states, or its own."""
