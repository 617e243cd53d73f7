"""All measurements, one after the other: ``python -m benchmarks`` (about an hour)."""

from __future__ import annotations

from benchmarks import abstention, encoding, quality, reader_weights, speed

for measurement in (speed, encoding, reader_weights, abstention, quality):
    measurement.main()
