"""The Gradio page: presentation only, on the library's public API."""
