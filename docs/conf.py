"""How Sphinx builds the site; `make docs` runs it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import tepei
from pygments.lexers.special import TextLexer

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS / "extensions"))

project = "tepei 特培"
author = "the tepei authors"
copyright = "2025–2026 the tepei authors, Apache-2.0"  # noqa: A001  # Sphinx's name
version = release = tepei.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "breathe",
    "sphinx_copybutton",
    "sphinx_design",
    "chinese_search",
    "generated_pages",
]
exclude_patterns = ["extensions", "examples", "schema", "requirements.txt"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist", "attrs_inline"]
myst_heading_anchors = 4

autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "__init__, __new__"}
autodoc_mock_imports = ["pandas", "polars"]
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
maximum_signature_line_length = 88

breathe_projects = {"tepei": str(DOCS.parent / "build" / "doxygen" / "xml")}
breathe_default_project = "tepei"
breathe_default_members = ("members",)
breathe_show_include = False
breathe_domain_by_extension = {"hpp": "cpp"}

language = "en"
default_role = "code"
smartquotes = False  # the texts stand as they were issued
html_search_language = "zh_en"
html_theme = "furo"
html_title = "tepei 特培"
html_static_path = ["static"]
html_css_files = ["tepei.css"]
html_js_files = [("tepei.js", {"defer": "defer"})]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {
    "navigation_with_keys": True,
    "light_css_variables": {"color-brand-primary": "#8c1d18", "color-brand-content": "#8c1d18"},
    "dark_css_variables": {"color-brand-primary": "#f2a39b", "color-brand-content": "#f2a39b"},
}
copybutton_prompt_text = r"\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True


def setup(app: Sphinx) -> None:
    """What has no lexer is shown as it is."""
    app.add_lexer("csv", TextLexer)
