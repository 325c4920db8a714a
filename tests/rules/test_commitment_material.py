"""Which words leave open what people must bring, and when they are told what is lacking."""

import pytest

from mingbai.rules.commitment_material import CATCH_ALL
from tests.factories import changed, problems_of, raw


@pytest.mark.parametrize(
    "text",
    [
        "其他材料",
        "其他有关材料",
        "其它相关证明文件",
        "法律、行政法规规定的其他条件",
        "有关材料",
        "相关手续已经办好",
        "符合有关规定",
        "身份证等材料",
        "批准文件等文件",
        "营业执照、章程等",
        "营业执照、章程等。",
        "身份证明（身份证、护照等）",
        "执照、章程等等",
        "平等协商记录等材料",
    ],
)
def test_catch_all_words_are_found(text: str) -> None:
    assert CATCH_ALL.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "男女平等",
        "学历证书（高等学校）",
        "演员等级证书",
        "等候叫号",
        "身份证、户口簿等两项材料",
        "伤残二等",
        "其他组织的登记证书",
        "与演出相同等级的场所",
        "同等条件下优先",
        "文物等级说明",
        "有关人员的身份证",
        "资料长短不等",
        "材料",
    ],
)
def test_innocent_words_are_let_be(text: str) -> None:
    assert not CATCH_ALL.search(text)


@pytest.mark.parametrize(
    ("type", "days", "told"), [("行政许可", 5, False), ("行政许可", 6, True), ("公共服务", 10, False)]
)
def test_a_licence_tells_what_is_lacking_within_five_days(type: str, days: int, told: bool) -> None:
    files = changed(
        "public/commitments/market/perf-domestic.yaml",
        "type: 行政许可",
        f"type: {type}\ndeficiency_notice_days: {days}",
    )

    assert ("commitment/lacking-told-late" in [p.code for p in problems_of(raw(files))]) == told
