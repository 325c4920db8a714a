"""The inventory of powers is complete, and nothing that was given up is in it."""

from collections import Counter

from mingbai.pages.public.power import power_groups
from tests.factories import changed, public_corpus
from tests.pages.test_public import seen

ITEM = "public/commitments/market/perf-domestic.yaml"
ENDED = "free: true\nevents:\n  - {on: 2026-03-01, action: 取消, reason: 不用批了。}"


def powers(files: dict[str, str] | None = None) -> Counter[str]:
    return Counter(power.href for group in power_groups(public_corpus(files)) for power in group.powers)


def test_every_item_charge_and_fine_stands_in_it_once_unless_it_has_ended() -> None:
    assert powers() == {
        "/commitments/market/perf-domestic/": 1,
        "/commitments/market/catv/": 1,
        "/fees/catv/": 1,
        "/fines/unapproved/": 1,
    }


def test_each_power_names_its_article_and_a_unit() -> None:
    for group in power_groups(public_corpus()):
        for power in group.powers:
            assert power.bases and power.division.text, power.name


def test_what_was_given_up_is_told_apart() -> None:
    corpus = public_corpus(changed(ITEM, "free: true", ENDED))
    held, over = seen("/powers/", corpus).rsplit("放下的权力", 1)

    assert "举办内地营业性演出审批" not in held
    assert over.startswith("不再办的：举办内地营业性演出审批不再收的1项收费")


def test_a_fee_without_a_unit_is_the_bureaus() -> None:
    assert "有线电视基本收视维护费政府定价经营服务性《关于有线电视基本收视维护费的批复》第一条市文广新局" in seen(
        "/powers/", public_corpus()
    )
