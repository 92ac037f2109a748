"""Makes the seeds and the dictionary of pack_load_fuzz: one small pack a section, cut from the built-in ones.

python tests/fuzz/make_pack_seeds.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SEEDS = HERE / "seeds" / "pack_load"
SECTIONS = ("leave", "assessment", "funding")


def built_in(name: str) -> dict[str, Any]:
    text = (ROOT / "src" / "catalog" / "packs" / f"{name}.json").read_text(encoding="utf-8")
    pack: dict[str, Any] = json.loads(text)
    return pack


def clauses_cited(value: Any) -> list[str]:
    """The ids of clauses that stand anywhere in `value`."""
    if isinstance(value, list):
        return [cited for item in value for cited in clauses_cited(item)]
    if not isinstance(value, dict):
        return []
    here = [item for key, item in value.items() if key.endswith("clause") and isinstance(item, str)]
    return here + [cited for item in value.values() for cited in clauses_cited(item)]


def small(name: str, sections: dict[str, Any], readings: list[dict[str, Any]]) -> dict[str, Any]:
    """A pack that loads, of these sections and the least beside them."""
    pack: dict[str, Any] = {
        "format": 1,
        "id": name,
        "instrument": {"title": "某办法", "issuer": "某省", "status": "draft"},
        **({"readings": readings} if readings else {}),
        "tracks": [{"id": "standard", "label": "特培"}],
        "eligibility": {"standard": [{"id": "any", "label": "任何人", "clause": "1", "otherwise": "met"}]},
        **sections,
    }
    ids = dict.fromkeys(clauses_cited(pack))
    pack["clauses"] = [{"id": clause, "cite": clause, "text": "某条。", "kind": "statement"} for clause in ids]
    return pack


def readings_used(pack: dict[str, Any], sections: dict[str, Any]) -> list[dict[str, Any]]:
    text = json.dumps(sections)
    return [reading for reading in pack.get("readings", []) if reading["id"] in text]


def seeds() -> dict[str, str]:
    liaoning, found = built_in("liaoning-2025-draft"), {}
    for section in SECTIONS:
        sections = {section: liaoning[section]}
        pack = small(section, sections, readings_used(liaoning, sections))
        found[section] = json.dumps(pack, ensure_ascii=False)
    criteria = {
        "facts": [{"id": "papers", "label": "论文数", "kind": "number", "minimum": 0, "maximum": 9, "default": 1}],
        "tables": [{**liaoning["tables"][0], "clause": "1"}],
        "derived": [{"id": "age", "label": "周岁", "expression": "full years(出生日期, 计算日期)"}],
        "eligibility": {"standard": liaoning["eligibility"]["standard"][1:5]},
    }
    whole = small("eligibility", criteria, readings_used(liaoning, criteria))
    found["eligibility"] = json.dumps(whole, ensure_ascii=False)
    base = small("base", {"leave": {"clause": "1", "any_kind": True, "tiers": liaoning["leave"]["tiers"]}}, [])
    base["leave"]["effects"] = liaoning["leave"]["effects"]
    base["clauses"] = [
        {"id": c, "cite": c, "text": "某条。", "kind": "statement"} for c in dict.fromkeys(clauses_cited(base))
    ]
    over = {
        "format": 1,
        "id": "over",
        "extends": "a",
        "without": ["leave.tiers.within_3_days", "leave.tiers.within_10_days"],
        "cites": {"19.s4": "1", "19.s5": "1", "20": "1", "25": "1"},
        "instrument": {"title": "某办法", "issuer": "某省", "status": "draft"},
        "leave": {
            "tiers": [
                {
                    **liaoning["leave"]["tiers"][0],
                    "to": {"days": 10, "inclusive": True},
                    "clause": "1",
                    "id": "short",
                    "before": "within_30_days",
                }
            ]
        },
        "eligibility": {
            "standard": [{"id": "any", "override": True, "label": "任何人", "clause": "1", "otherwise": "not_met"}]
        },
        "clauses": [{"id": "1", "cite": "1", "text": "某条。", "kind": "statement"}],
    }
    found["extends"] = json.dumps(over, ensure_ascii=False) + "\n---\n" + json.dumps(base, ensure_ascii=False)
    kept = {
        "format": 1,
        "id": "kept",
        "extends": "inner-mongolia-2025",
        "keeps_text": True,
        "instrument": over["instrument"],
        "without": ["funding"],
    }
    found["keeps_text"] = json.dumps(kept, ensure_ascii=False)
    return found


def keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return {key for item in value for key in keys(item)}
    if not isinstance(value, dict):
        return set()
    return set(value.get("properties", {})) | {key for item in value.values() for key in keys(item)}


def main() -> None:
    SEEDS.mkdir(parents=True, exist_ok=True)
    for name, text in seeds().items():
        (SEEDS / f"{name}.json").write_text(text, encoding="utf-8")
    schema = json.loads((ROOT / "docs" / "schema" / "pack-1.json").read_text(encoding="utf-8"))
    words = [f'"\\"{key}\\":"' for key in sorted(keys(schema))]
    (HERE / "pack_load.dict").write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
