"""How each type of mistake that pydantic finds in a record is put: the one table of these sentences.

pydantic neither names a field in Chinese nor knows lines; `read.py` puts the field's `title` in front, and fills in.
"""

from collections.abc import Mapping

from msgspec import Struct

from mingbai.records.meant import HANDBOOK


class Said(Struct, frozen=True):
    """How one type of mistake is put: its code, the sentence after the field's name, and the way out."""

    code: str
    sentence: str
    hint: str = ""


NUMBER = Said("field/not-a-number", "应填整数", "{whole_hint}")
AMOUNT = Said("field/not-an-amount", "应填数", "{amount_hint}")
TEXT = Said("field/not-text", "应填文字，这里是{got}", "{text_hint}{or_none}")
GROUP = Said("field/not-a-group", "下面应分项填写", "另起一行，缩进两格，写：{first}{or_none}")
DAY = Said("field/not-a-day", "应填日期，写成年-月-日", "{day_hint}")
FORM = Said("field/wrong-form", "写法不对：{input}", "{form}")
SENTENCES: Mapping[str, Said] = {
    "string_type": TEXT,
    "int_type": NUMBER,
    "int_parsing": NUMBER,
    "decimal_type": AMOUNT,
    "decimal_parsing": AMOUNT,
    "year_brackets": Said("field/wrong-form", "写法不对：{input}", "年份用六角括号：{before}{right}"),
    "decimal_max_digits": Said("field/too-large", "的数字太长", "最多 16 位"),
    "bool_type": Said("field/not-a-flag", "只能填 true 或 false", "{flag_hint}{or_none}"),
    "enum": Said("field/not-a-choice", "不能填{quoted}", "{choices}"),
    "day_form": DAY,
    "minute_form": Said("field/not-a-minute", "应填日期和时间", "{minute_hint}"),
    "no_such_day": Said("field/no-such-day", "没有这一天：{input}", "查一下日历，再改日期"),
    "no_such_time": Said("field/no-such-time", "没有这个时间：{input}", "一天从 00:00 到 23:59，核对几点几分"),
    "no_such_hour": Said("field/no-such-time", "没有这个时间：{time}", "{time_hint}"),
    "hours_reversed": Said("field/hours-reversed", "结束时间{how}：{span}", "按24小时写：{meant}"),
    "phone_length": Said(
        "field/wrong-form",
        "区号后面有 {figures} 位，固定电话是7位或者8位：{input}",
        "核对号码，少了的补上，多了的删掉；内部短号不写区号",
    ),
    "far_year": Said("field/wrong-year", "的年份不对：{input}", "{year_hint}"),
    "tuple_type": Said("field/not-a-list", "应填列表", "每一项另起一行，前面写减号和空格：- {one}{or_none}"),
    "dict_type": GROUP,
    "model_type": GROUP,
    "model_attributes_type": GROUP,
    "too_short": Said("field/empty", "至少要有一项", "每一项另起一行，前面写减号和空格：- …"),
    "blank": Said("field/empty", "空着", "写上内容{or_none}"),
    "more_than_one_line": Said("field/more-than-one-line", "只能写一行", "合成一句话；几句话就写成列表，或者写进正文"),
    "too_long": Said("field/too-long", "太长，最多{max_length}个字，现在{length}个字", "删短一些"),
    "string_too_long": Said("field/too-long", "太长，最多{max_length}个字，现在{length}个字", "删短一些"),
    "string_pattern_mismatch": FORM,
    "greater_than_equal": Said("field/too-small", "不能小于{ge}", "改成 {ge} 或更大的数"),
    "less_than_equal": Said("field/too-large", "不能大于{le}", "改成 {le} 或更小的数"),
}
OTHERWISE = Said("field/invalid", "写得不对：{input}", HANDBOOK)
