"""What the commands share: the parser with its errors, options, progress bars, printing."""
