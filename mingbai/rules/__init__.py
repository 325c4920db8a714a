"""What must hold across records: every rule is a function, stands in one of the two tables below, and always runs.

`PUBLIC` needs nothing but what the public may know; `WHOLE` needs the intranet too. Numbers are those of the domain.
"""

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem, ordered
from mingbai.rules import (
    attachment,
    basis,
    bulletin,
    calendar,
    column,
    commitment,
    commitment_cost,
    commitment_material,
    commitment_time,
    division,
    fee,
    fee_standard,
    fine,
    forbidden,
    heading,
    link,
    performance,
    performance_count,
    period,
    personal,
    plan,
    publication,
    reform,
)
from mingbai.rules.rule import Rule

PUBLIC: tuple[Rule[PublicCorpus], ...] = (
    Rule("R01", "意见 二（四）", division.five_blocks),
    Rule("R02", "国办秘函〔2019〕19号", commitment.key_elements),
    Rule("R02", "国办秘函〔2019〕19号", commitment.one_account_of_materials),
    Rule("R03", "意见 二（三）；行政许可法 第八十二条", commitment_time.not_longer_than_law),
    Rule("R04", "行政许可标准化指引", commitment_time.limits_complete),
    Rule("R05", "意见 二（三）", commitment_time.steps_within_promise),
    Rule("R06", "行政许可法 第三十条", commitment_material.materials_complete),
    Rule("R06", "意见 二（三）", commitment_material.ids_unique),
    Rule("R07", "意见 二（三）", commitment_material.nothing_left_open),
    Rule("R08", "政府网站检查指标", attachment.attachments_fit),
    Rule("R09", "行政许可法 第三十条", basis.bases_hold),
    Rule("R10", "优化营商环境条例 第二十五条", commitment_cost.free_or_fees),
    Rule("R11", "财综〔2004〕21号", commitment_cost.listed_fees_charging),
    Rule("R12", "行政许可法 第五十八条", commitment_cost.licence_fees_by_law),
    Rule("R14", "意见 二（三）、三（二）", reform.less_than_before),
    Rule("R15", "本局自定", commitment_time.pre_review_labelled),
    Rule("R16", "本局自定", commitment_time.clocks_fit),
    Rule("R20", "意见 二（五）", fee.charged_at_lower_limit),
    Rule("R20", "意见 二（五）", fee_standard.one_form),
    Rule("R20", "意见 二（五）", fee_standard.limits_in_order),
    Rule("R20", "意见 二（五）", fee_standard.tiers_without_gaps),
    Rule("R20", "意见 二（五）", fee.charge_said),
    Rule("R21", "行政许可法 第五十九条", fee.charged_as_fixed),
    Rule("R22", "意见 二（五）", fee.discretionary_cancelled),
    Rule("R23", "意见 二（五）", fee.cancelled_by_document),
    Rule("R23", "意见 二（五）", fee.cancelled_for_good),
    Rule("R23", "收支两条线行政处分暂行规定 第七条", commitment_cost.no_ended_fees),
    Rule("R24", "收支两条线行政处分暂行规定 第七条", commitment_cost.no_ended_fees),
    Rule("R25", "政府信息公开条例 第二十条第八项", fee.both_bases),
    Rule("R26", "优化营商环境条例 第二十五条", fee.in_catalogue),
    Rule("R27", "政府信息公开条例 第二十条第六项", fine.bases_said),
    Rule("R27", "政府信息公开条例 第二十条第六项", fine.one_form),
    Rule("R27", "本局自定", fine.cases_told_apart),
    Rule("R27", "本局自定", fine.limits_in_order),
    Rule("R27", "意见 二（五）", fine.cancelled_by_document),
    Rule("R60", "政府信息公开条例 第十七条", publication.reviewed),
    Rule("R61", "行政许可法 第八十二条", calendar.year_by_file),
    Rule("R61", "行政许可法 第八十二条", calendar.make_up_on_weekends),
    Rule("R65", "意见 六（二）", bulletin.numbered_by_folder),
    Rule("R65", "意见 六（二）", bulletin.numbers_without_gaps),
    Rule("R65", "意见 六（二）", bulletin.counted_through),
    Rule("R65", "意见 六（二）", bulletin.days_in_order),
    Rule("R65", "意见 六（二）", bulletin.items_are_the_articles),
    Rule("R69", "政府信息公开条例 第十七条", bulletin.nothing_internal),
    Rule("R70", "个人信息保护法 第二十五条、第二十八条", personal.nothing_personal),
    Rule("R70", "本局自定", personal.attachments_read),
    Rule("R71", "国办秘函〔2019〕19号", forbidden.nothing_forbidden),
    Rule("R73", "政府网站检查指标", link.links),
    Rule("R73", "国办秘函〔2019〕19号", column.columns_lead_somewhere),
    Rule("R73", "本局自定", column.columns_lie_under_main_ones),
    Rule("R73", "本局自定", column.main_columns_fit),
    Rule("R74", "GB/T 9704-2012", heading.headings),
    Rule("R75", "本局自定", performance.named_after_quarter),
    Rule("R75", "本局自定", performance.quarters_without_gaps),
    Rule("R75", "本局自定", performance.counted_within_quarter),
    Rule("R75", "本局自定", performance.items_once),
    Rule("R75", "本局自定", performance.items_were_there),
    Rule("R75", "意见 二（四）", performance.items_all_there),
    Rule("R75", "意见 二（四）", performance_count.cases_add_up),
    Rule("R75", "优化营商环境条例 第三十六条", performance_count.late_explained),
    Rule("R75", "意见 二（三）", performance_count.time_said),
    Rule("R75", "意见 二（四）", performance_count.carried_over),
    Rule("R76", "政府信息公开条例 第十七条", publication.review_before_release),
    Rule("R76", "国办秘函〔2019〕19号", publication.waiting),
    Rule("R76", "国办秘函〔2019〕19号", publication.release_after_origin),
    Rule("R76", "本局自定", period.periods_in_order),
)
"""The scope `public`: checked from `content/public/` alone."""

WHOLE: tuple[Rule[IntranetCorpus], ...] = (
    Rule("R08", "政府网站检查指标", attachment.internal_attachments_fit),
    Rule("R09", "行政许可法 第三十条", basis.internal_bases_hold),
    Rule("R33", "意见 三（三）", plan.five_aims),
    Rule("R34", "意见 三（三）", plan.parts_there),
    Rule("R34", "意见 三（三）", plan.asked_before_handed_in),
    Rule("R34", "意见 三（三）", plan.pledges_public),
    Rule("R34", "意见 三（三）、四（二）", plan.measures_sound),
    Rule("R60", "政府信息公开条例 第十四至十六条", publication.kept_in_for_a_reason),
    Rule("R70", "个人信息保护法 第三十四条", personal.nothing_personal_inside),
    Rule("R70", "本局自定", personal.internal_attachments_read),
    Rule("R71", "国办秘函〔2019〕19号", forbidden.nothing_forbidden_inside),
    Rule("R73", "政府网站检查指标", link.internal_links),
    Rule("R74", "GB/T 9704-2012", heading.internal_headings),
)
"""The scope `whole`: checked where the intranet's files are there too."""


def check_public(corpus: PublicCorpus) -> tuple[Problem, ...]:
    """Every problem the public rules find, each once and in order."""
    return ordered(problem for rule in PUBLIC for problem in rule.check(corpus))


def check_whole(corpus: IntranetCorpus) -> tuple[Problem, ...]:
    """Every problem the rules that need the intranet find, each once and in order."""
    return ordered(problem for rule in WHOLE for problem in rule.check(corpus))
