"""What a table was asked, kept beside its answers so that they can say what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from tepei import _core


@dataclass(frozen=True)
class Criterion:
    """A criterion of a track, by id, with its labels and clause."""

    id: str
    label_zh: str = ""
    label_en: str = ""
    cite: str = ""

    def label(self, lang: str) -> str:
        """What it is called; its id where it has no label."""
        return (self.label_en if lang == "en" else self.label_zh) or self.id


@dataclass(frozen=True)
class Asked:
    """A question asked of every row: of which programme and track, as of which day, in which language."""

    core: _core.Programme
    track: str | None
    as_of: datetime.date | str
    readings: Mapping[str, str] | None = None
    lang: str = "zh"

    @property
    def track_id(self) -> str:
        """The track's id, also where it was left out because there is one."""
        return self.track or self.core.tracks[0]

    @property
    def day(self) -> str:
        """The day of the question as ISO text."""
        return str(self._nobody().as_of)

    def criteria(self) -> list[Criterion]:
        """The track's criteria, in the order of the text."""
        return [
            Criterion(finding.criterion, finding.label, finding.label_en, finding.cite)
            for finding in self._nobody().findings
        ]

    def _nobody(self) -> _core.Decision:
        # The answer for somebody of whom nothing is known names every criterion.
        chosen = None if self.readings is None else dict(self.readings)
        return self.core.check({}, self.track, self.as_of, chosen)
