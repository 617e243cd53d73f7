"""All measurements, one after the other: ``python -m benchmarks`` (about three hours, two of them
the encoding of 200,000 passages and the peers')."""

from __future__ import annotations

from benchmarks import (
    abstention,
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
    *(speed, page, encoding, reader_weights, abstention, quality),
    *(scale, neighbours, peers),
):
    measurement.main()
