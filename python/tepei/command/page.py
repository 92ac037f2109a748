"""A web page of its own: no script, nothing loaded from elsewhere; reads in light, in dark and on paper."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STYLE = """
:root { color-scheme: light dark; --ink: #1c1f23; --soft: #5b6470; --line: #d5dae0; --ground: #fff; --tint: #f4f6f8;
  --accent: #1f5fa8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7eb; --soft: #9aa4b0; --line: #3a424c; --ground: #15181c; --tint: #1e2329; --accent: #7db4f0; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 58rem; padding: 2.5rem 1.5rem 4rem; color: var(--ink); background: var(--ground);
  font: 16px/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.4; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 2.6rem 0 .8rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.08rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.3rem 0 .2rem; }
p { margin: .5rem 0; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
code { font: .88em/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .94rem; line-height: 1.6; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; background: var(--tint); overflow-wrap: normal; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
blockquote { margin: .4rem 0; padding: .3rem 0 .3rem .9rem; border-left: 3px solid var(--line); color: var(--soft); }
ul { margin: .3rem 0; padding-left: 1.3rem; }
nav { margin: 1.2rem 0; padding: .7rem 1rem; background: var(--tint); border-radius: 6px; }
nav a { margin-right: 1.1rem; white-space: nowrap; }
.note { border-left: 3px solid #c98a1b; background: var(--tint); padding: .5rem .9rem; margin: 1rem 0; }
.soft, footer { color: var(--soft); font-size: .9rem; }
.tepei-decision { max-width: none !important; margin: 1rem 0; border-color: var(--line) !important; }
summary { cursor: pointer; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .6rem; }
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --ground: #fff; --tint: #fff; --accent: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  h2, h3, h4 { break-after: avoid; } tr, blockquote, li { break-inside: avoid; } thead { display: table-header-group; }
  @page { margin: 18mm 16mm; }
}
"""

FOOTER = {
    "zh": "由 tepei 生成，仅供参考，以文件原文为准。",
    "en": "Made by tepei, for information; the text itself rules.",
}


def page(title: str, fragments: Sequence[str], lang: str, heading: str = "") -> str:
    """The fragments, which are HTML already, as one page; `title` and `heading` are plain text."""
    language = "zh-CN" if lang == "zh" else lang
    head = f"<h1>{html.escape(heading)}</h1>\n" if heading else ""
    body = "\n".join(fragments)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{head}{body}\n"
        f"<footer>{FOOTER[lang]}</footer>\n</body>\n</html>\n"
    )
