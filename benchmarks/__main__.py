"""Run all benchmarks, one after the other: ``python -m benchmarks``.

It takes about two hours; half an hour of them is the encoding of 200,000 passages. It does not run
``benchmarks.against`` and ``benchmarks.same``, which compare with another commit.
"""

from __future__ import annotations

from benchmarks import (
    abstention,
    bodies,
    busy,
    contradictions,
    datelines,
    encoding,
    follow_ups,
    neighbours,
    offices,
    operators,
    page,
    page_load,
    peers,
    quality,
    reader_weights,
    reading,
    releases,
    said,
    scale,
    single,
    speakers,
    speed,
    start,
    statements,
)

for benchmark in (
    *(
        speed,
        start,
        busy,
        page,
        page_load,
        encoding,
        reader_weights,
        abstention,
        datelines,
        quality,
    ),
    *(releases, said, speakers, statements, follow_ups, bodies, offices, single, reading),
    contradictions,
    *(scale, neighbours, operators, peers),
):
    benchmark.main()
