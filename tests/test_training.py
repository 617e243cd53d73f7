"""Training of the reader."""

from __future__ import annotations

import pytest


def test_the_plain_attention_is_the_usual_one() -> None:
    torch = pytest.importorskip("torch")
    from training.train_reader import attend

    torch.manual_seed(1)
    query, key, value = (torch.randn(2, 3, 5, 4) for _ in range(3))
    padding = torch.zeros(2, 1, 1, 5)
    padding[1, ..., 3:] = -10_000.0

    found, _ = attend(torch.nn.Identity(), query, key, value, padding, scaling=0.5)

    usual = torch.nn.functional.scaled_dot_product_attention(query, key, value, padding)
    torch.testing.assert_close(found, usual.transpose(1, 2))
