"""A leave routed: who consents, who approves, who is told, what follows from it, and the clause it rests on.

    python route_leave.py DAYS [KIND [ROLE [POLICY]]]

KIND is sick or personal, ROLE trainee or group_leader; both may be given in Chinese (病假, 学员). Exit code 0:
the text says who decides; 1: it does not (the answer says what is missing); 2: the call cannot be used.
"""

from __future__ import annotations

import sys
from decimal import Decimal, InvalidOperation

import tepei


def show_tasks(route: tepei.LeaveRoute) -> None:
    """What a program does with a route: it opens a task for each act, in the order of the text."""
    print("\n待办事项")
    for act in route.acts:
        print(f"    {act.kind} {act.party}{' (written)' if act.written else ''}")
    for effect in route.effects:
        print(f"    effect {effect}")


def main(days: str, kind: str = "sick", role: str = "trainee", policy: str = "liaoning-2025-draft") -> int:
    """Routes one leave."""
    try:
        ladder = tepei.programme(policy).leave
        # Days are exact decimals: half a day is 0.5, and ten and a half are more than ten.
        route = ladder.route(Decimal(days), kind=kind, role=role)
    except InvalidOperation:
        print(f"`{days}` is not a number", file=sys.stderr)
        return 2
    except tepei.Error as error:
        print(error, file=sys.stderr)
        return 2
    print(route.text(lang="zh"), end="")
    if route.outcome != "routed":
        return 1
    show_tasks(route)
    return 0


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
