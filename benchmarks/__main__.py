"""All measurements, one after the other: ``python -m benchmarks`` (about two hours, half an hour of
them the encoding of 200,000 passages).

``benchmarks.against`` and ``benchmarks.same`` are not among them: they need another commit.
"""

from __future__ import annotations

from benchmarks import (
    abstention,
    datelines,
    encoding,
    neighbours,
    page,
    peers,
    quality,
    reader_weights,
    scale,
    speed,
)

for measurement in (
    *(speed, page, encoding, reader_weights, abstention, datelines, quality),
    *(scale, neighbours, peers),
):
    measurement.main()
