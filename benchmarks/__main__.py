"""All measurements, one after the other: ``python -m benchmarks`` (about 25 minutes)."""

from __future__ import annotations

from benchmarks import abstention, encoding, quality, speed

for measurement in (speed, encoding, quality, abstention):
    measurement.main()
