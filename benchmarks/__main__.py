"""All measurements, one after the other: ``python -m benchmarks`` (about an hour)."""

from __future__ import annotations

from benchmarks import abstention, encoding, page, quality, reader_weights, speed

for measurement in (speed, page, encoding, reader_weights, abstention, quality):
    measurement.main()
