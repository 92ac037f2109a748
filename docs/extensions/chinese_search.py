"""Search over text in two scripts: English words by their stems, Chinese by pairs of neighbouring characters.

Sphinx's own Chinese search cuts the pages into words with a dictionary, in Python, and the reader's question not at
all, in JavaScript: 专业技术人才 would be looked for as one word. Pairs need no dictionary and are cut alike on both
sides; a page is found where it holds every pair of the question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUN = re.compile(f"[{CHINESE}]+|[^\\W{CHINESE}]+")

SPLITTER = r"""
var splitQuery = (query) => {
  const words = query.match(/[CHINESE]+|(?:(?![CHINESE])[\p{Letter}\p{Number}_])+/gu) || [];
  return words.flatMap((word) => {
    if (!/^[CHINESE]/u.test(word) || word.length < 3) return [word];
    return Array.from({ length: word.length - 1 }, (_, place) => word.slice(place, place + 2));
  });
};
"""


class SearchBothScripts(SearchEnglish):  # type: ignore[misc]  # Sphinx is not where mypy runs
    """The language `zh_en`."""

    lang = "zh_en"
    language_name = "English"  # whose stemmer Sphinx puts into the page by this name
    js_splitter_code = SPLITTER.replace("CHINESE", CHINESE)

    def split(self, input: str) -> list[str]:  # noqa: A002  # Sphinx's name
        """English words as they are; of a run of Chinese each character and each pair of neighbours."""
        return [term for run in RUN.findall(input) for term in terms(run)]


def terms(run: str) -> list[str]:
    """What a run of one script is found by."""
    if not re.match(f"[{CHINESE}]", run):
        return [run]
    return [*run, *(run[place : place + 2] for place in range(len(run) - 1))]


def setup(app: Sphinx) -> dict[str, bool]:
    """Makes the language known to Sphinx."""
    app.add_search_language(SearchBothScripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
