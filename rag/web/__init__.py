"""The Gradio page. It only shows what the public API of the library returns."""
