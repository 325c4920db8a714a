"""Small charts: what is drawn stays in its box, is as long as its number, and is told in words as well."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

from mingbai.pages import draw
from mingbai.pages.chart import About, Chart, Group, Level, Series, Tone, Value
from tests import ROOT

ABOUT = About("days", "平均用了几天", "两个季度都在承诺以内。")
SERIES = (Series("平均用"), Series("承诺", Tone.HOLLOW))

numbers = st.one_of(
    st.decimals(min_value=0, max_value=1000, places=1), st.sampled_from([Decimal(0), Decimal(10) ** 30, Decimal("0.1")])
)
values = st.one_of(st.none(), numbers.map(lambda number: Value(number, f"{number:f}")))
groups = st.lists(st.builds(Group, st.text("一二三四季度", min_size=1), st.tuples(values, values)), max_size=8)


def size(text: str) -> Decimal:
    """A coordinate without its unit."""
    return Decimal(text.removesuffix("%").removesuffix("em"))


def in_its_box(chart: Chart) -> bool:
    across = [size(bar.x) + size(bar.width) for bar in chart.bars if bar.width.endswith("%")]
    down = [size(bar.y) + size(bar.height) for bar in chart.bars]
    ends = [size(end) for stroke in chart.strokes for end in (stroke.x1, stroke.x2) if end.endswith("%")]
    depths = [size(end) for stroke in chart.strokes for end in (stroke.y1, stroke.y2)]
    places = [size(word.x) for word in chart.words if word.x.endswith("%")]
    lines = [size(word.y) for word in chart.words] + [size(dot.y) for dot in chart.dots]
    everything = [size(bar.x) for bar in chart.bars] + [size(bar.y) for bar in chart.bars] + across + down + ends
    return (
        all(each >= 0 for each in everything + depths + places + lines)
        and all(each <= 100 for each in across + ends + places)
        and all(each <= size(chart.height) for each in down + depths + lines)
    )


@given(groups)
def test_everything_lies_in_its_box_whatever_the_numbers(some: list[Group]) -> None:
    level = Level("法定", tuple(value.number if value else None for value in (group.values[0] for group in some)))
    single = [Group(group.label, group.values[:1]) for group in some]
    drawn = (
        draw.rows(ABOUT, SERIES, some),
        draw.columns(ABOUT, SERIES, some, [level]),
        draw.line(ABOUT, "平均用", single, [level]),
    )

    assert all((chart is None) == (not some) for chart in drawn)
    assert all(in_its_box(chart) for chart in drawn if chart)


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=8))
def test_a_bar_is_as_long_as_its_number(some: list[int]) -> None:
    made = [Group("一", (Value(Decimal(number)),)) for number in some]
    lying, standing = draw.rows(ABOUT, SERIES[:1], made), draw.columns(ABOUT, SERIES[:1], made)
    assert lying and standing

    for lengths, longest in (
        ([size(bar.width) for bar in lying.bars], Decimal(74)),
        ([size(bar.height) for bar in standing.bars], Decimal(8)),
    ):
        pairs = zip(some, lengths, strict=True)
        assert all(abs(number * longest / max(some) - length) <= Decimal("0.005") for number, length in pairs)


def test_nought_is_written_and_has_no_bar() -> None:
    chart = draw.columns(ABOUT, SERIES[:1], [Group("一季度", (Value(Decimal(0), "0"),))])

    assert chart and chart.bars == ()
    assert [word.text for word in chart.words] == ["0", "一季度"]


def test_a_single_period_does_not_fill_the_page() -> None:
    chart = draw.columns(ABOUT, SERIES[:1], [Group("一季度", (Value(Decimal(3), "3"),))])

    assert chart and [bar.width for bar in chart.bars] == ["17.5%"]


def test_a_course_is_broken_where_nothing_is_known() -> None:
    made = [Group(name, (Value(Decimal(1)) if name != "三" else None,)) for name in "一二三四"]
    chart = draw.line(ABOUT, "件", made)

    assert chart and len(chart.dots) == 3
    assert len(chart.strokes) == 2, "from one to two, and the ground"


def test_a_long_name_goes_on_in_the_next_line() -> None:
    chart = draw.rows(ABOUT, SERIES[:1], [Group("政策法规处（行政审批处）政务服务窗口", (None,))])

    assert chart and [word.text for word in chart.words] == ["政策法规处（行政审批处）政务服务", "窗口"]


def test_tones_can_be_told_apart_without_colour() -> None:
    """Filled, outlined, outlined in dashes: the style sheet gives each of them another shape, not only another hue."""
    css = (ROOT / "templates/assets/site.css").read_text(encoding="utf-8")

    assert ".chart :is(.hollow, .dashed) {fill:var(--paper)}" in css
    assert re.search(r"\.chart \.dashed \{stroke-dasharray", css)


def test_a_chart_is_an_image_with_a_name_and_a_sentence_and_about_a_kilobyte() -> None:
    made = [
        Group(f"{name}季度", (Value(Decimal(number), number),)) for name, number in zip("一二三四", "3241", strict=True)
    ]
    level = Level("承诺", (Decimal(5),) * 2)
    chart = draw.columns(ABOUT, SERIES[:1], made, [level])
    assert chart
    module = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True).get_template("shared/chart.html")
    html = str(module.module.chart(chart))  # type: ignore[attr-defined]

    assert 'role="img"' in html and 'aria-labelledby="days-t days-d"' in html
    assert '<title id="days-t">平均用了几天</title><desc id="days-d">两个季度都在承诺以内。</desc>' in html
    assert "style=" not in html
    assert len(html.encode()) < 2_000
