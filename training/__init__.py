"""Train the reader that the package ships. Using the package does not need this."""
