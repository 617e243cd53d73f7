"""Answer who said it, and what somebody said, from the register of statements."""
