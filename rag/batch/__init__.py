"""Ask many questions from a file and write the answers to another; go on where it stopped."""
