"""Ask press releases a question and get the passage that answers it, with citations.

>>> import rag
>>> rag.build("seeds", "index")                                    # doctest: +SKIP
>>> library = rag.open("index")                                    # doctest: +SKIP
>>> library.ask("Quand la cellule sous-marine a-t-elle été créée ?").text  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

from rag.version import __version__ as __version__

if TYPE_CHECKING:
    from rag.public import *  # noqa: F403
    from rag.public import __all__ as __all__
else:

    def __getattr__(name: str) -> object:
        """A module of the package, or a public name: the help of a command, and one that is
        interrupted at once, wait for nothing else."""
        from importlib import import_module
        from importlib.util import find_spec

        if name.startswith("_") and name != "__all__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        if find_spec(f"{__name__}.{name}") is not None:
            return import_module(f"{__name__}.{name}")
        public = import_module(f"{__name__}.public")
        names = {one: getattr(public, one) for one in public.__all__}
        globals().update(names, __all__=public.__all__)
        try:
            return globals()[name]
        except KeyError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None

    def __dir__() -> list[str]:
        from rag.public import __all__ as names

        return sorted({*globals(), *names})
