"""Vietnamese."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords

LANGUAGE = Language(
    code="vi",
    questions=QuestionWords(
        when="bao_giờ khi_nào",
        who="ai",
        where="ở_đâu",
        how_many="bao_nhiêu",
        why="tại_sao vì_sao",
        how="như_thế_nào",
        what="gì",
        greetings="""xin_chào chào chào_bạn cảm_ơn tạm_biệt bạn_là_ai bạn_khỏe_không vâng
            không giúp_tôi""",
    ),
)
