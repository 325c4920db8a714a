"""The list of problems as browsers get it."""

import json

from mingbai.problem import Place, Problem, Severity
from mingbai.publish.preview_report import Report, Told, as_event, listed

ERROR = Problem(Place("content/public/fees/catv.yaml", 7, 10), "fee/above-lower-limit", "收得太高", "改为 14.00")
WARNING = Problem(Place("content/public/bureau.yaml", 1), "bureau/odd", "有点怪", severity=Severity.WARNING)
REPORT = Report((Told(WARNING), Told(ERROR, "charged: 16.00")))


def test_every_problem_is_listed_errors_first_with_place_message_hint_and_line() -> None:
    found = listed(REPORT).replace("<wbr>", "")

    assert found.count("<li") == 2 and found.index("收得太高") < found.index("有点怪")
    for part in ("content/public/fees/catv.yaml:7:10", "fee/above-lower-limit", "改为 14.00", "提示", "错误", "提醒"):
        assert part in found
    assert "charged: <mark>16.00</mark>" in found


def test_the_title_counts() -> None:
    assert REPORT.title == "内容里有 1 个错误，1 个提醒"
    assert Report(fault="x").title == "程序出错了"
    assert Report((Told(ERROR),), "x").title == "程序出错了，另有 1 个错误"
    assert Report().title == ""


def test_only_errors_and_faults_stop() -> None:
    assert REPORT.stops and Report(fault="x").stops
    assert not Report((Told(WARNING),)).stops and not Report().stops


def test_what_a_file_says_is_text_and_never_markup() -> None:
    evil = "<script>alert(1)</script>\"'&"
    told = Told(Problem(Place(evil, 1, 3), evil, evil, evil), evil)
    found = listed(Report((told,), f"{evil}\n{evil}"))

    assert "<script" not in found and found.count("&lt;script&gt;") >= 6


def test_a_fault_is_its_sentence_and_its_traceback() -> None:
    found = listed(Report(fault="出错\nTraceback\n  line 1"))

    assert "出错</p>" in found and ">Traceback\n  line 1</pre>" in found


def test_an_event_is_one_line_that_says_the_whole_state() -> None:
    event = as_event("v1", REPORT)

    assert "\n" not in event
    assert json.loads(event) == {"version": "v1", "stops": True, "title": REPORT.title, "list": listed(REPORT)}
