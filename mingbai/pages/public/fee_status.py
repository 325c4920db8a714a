"""The states of a fee as shapes and words; a fee that is no longer charged is never shown by colour alone."""

from mingbai.pages.public.part import Chip
from mingbai.records.public.fee import FeeStatus

CHIPS = {
    FeeStatus.CHARGING: Chip("done", FeeStatus.CHARGING.value),
    FeeStatus.WAIVED: Chip("free", FeeStatus.WAIVED.value, "off"),
    FeeStatus.SUSPENDED: Chip("pause", FeeStatus.SUSPENDED.value, "off"),
    FeeStatus.CANCELLED: Chip("ended", FeeStatus.CANCELLED.value, "off"),
    FeeStatus.EXPIRED: Chip("off", FeeStatus.EXPIRED.value, "off"),
}
