"""Write random decimal operations with the answers of Python's `decimal`, one a line, parted by tabs.

The columns are the operation, its first and second operand (`-` where there is none) and the answer, `none` where
there is none. The context is IEEE 754 decimal128: 34 digits, rounded half to even, exponents clamped.
"""

from __future__ import annotations

import argparse
import decimal
import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

LEAST_EXPONENT = -6176
GREATEST_EXPONENT = 6111
CONTEXT = decimal.Context(
    prec=34,
    rounding=decimal.ROUND_HALF_EVEN,
    Emin=-6143,
    Emax=6144,
    clamp=1,
    traps=[decimal.Overflow, decimal.DivisionByZero, decimal.InvalidOperation],
)
# Wide enough for powers that are then rounded once.
WIDE = decimal.Context(prec=300, Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX, traps=[decimal.InvalidOperation])
ROUNDINGS = {
    "half_even": decimal.ROUND_HALF_EVEN,
    "half_up": decimal.ROUND_HALF_UP,
    "half_down": decimal.ROUND_HALF_DOWN,
    "up": decimal.ROUND_UP,
    "down": decimal.ROUND_DOWN,
    "floor": decimal.ROUND_FLOOR,
    "ceiling": decimal.ROUND_CEILING,
}
Case = tuple[str, str, str, str]


def power_of_ten(power: int) -> int:
    """10 to a power that is not negative; `**` alone would be typed as Any."""
    return int(10**power)


class Operands:
    """Random numbers of the kinds that break decimal arithmetic."""

    def __init__(self, random_source: random.Random) -> None:
        self.random = random_source

    def digits(self) -> int:
        """A coefficient: small, long, round, all nines or near a tie."""
        pick = self.random.randrange(8)
        if pick <= 1:
            return self.random.randrange(100)
        if pick == 2:
            return self.random.randrange(2**64)
        if pick == 3:
            return self.random.randrange(10 ** self.random.randint(1, 34))
        if pick == 4:
            return self.random.randrange(10**33, 10**34)
        if pick == 5:
            return power_of_ten(self.random.randint(0, 34)) - 1
        if pick == 6:
            return 5 * power_of_ten(self.random.randint(0, 32)) + self.random.choice((-1, 0, 1))
        length = self.random.randint(1, 34)
        return self.random.randrange(10**length) // power_of_ten(length // 2) * power_of_ten(length // 2)

    def exponent(self) -> int:
        pick = self.random.randrange(10)
        if pick <= 3:
            return 0
        if pick <= 6:
            return self.random.randint(-6, 3)
        if pick == 7:
            return self.random.randint(-45, 45)
        if pick == 8:
            return self.random.choice((LEAST_EXPONENT, GREATEST_EXPONENT)) + self.random.randint(-40, 40)
        return self.random.randint(LEAST_EXPONENT, GREATEST_EXPONENT)

    def number(self) -> Decimal:
        exponent = min(max(self.exponent(), LEAST_EXPONENT), GREATEST_EXPONENT)
        sign = "-" if self.random.randrange(3) == 0 else ""
        return CONTEXT.create_decimal(f"{sign}{self.digits()}E{exponent}")

    def pair(self) -> tuple[Decimal, Decimal]:
        """Two numbers, often alike: of near exponents, equal by value or a last digit apart."""
        left = self.number()
        pick = self.random.randrange(6)
        if pick == 0:
            return left, self.near(left)
        if pick == 1:
            shift = self.random.randint(-36, 36)
            _, _, exponent = left.as_tuple()
            assert isinstance(exponent, int)
            shifted = min(max(exponent + shift, LEAST_EXPONENT), GREATEST_EXPONENT)
            return left, CONTEXT.create_decimal(f"{self.random.choice(('', '-'))}{self.digits()}E{shifted}")
        return left, self.number()

    def near(self, number: Decimal) -> Decimal:
        sign, digits, exponent = number.as_tuple()
        assert isinstance(exponent, int)
        coefficient = int("".join(map(str, digits)))
        if coefficient < 10**33 and exponent > LEAST_EXPONENT and self.random.randrange(2):
            coefficient, exponent = coefficient * 10, exponent - 1
        coefficient = min(max(0, coefficient + self.random.choice((-1, 0, 0, 1))), 10**34 - 1)
        sign = sign if self.random.randrange(4) else 1 - sign
        return CONTEXT.create_decimal(f"{'-' if sign else ''}{coefficient}E{exponent}")


def answer(compute: Callable[[], Decimal]) -> str:
    """The text of what `compute` gives, or `none` where decimal arithmetic has no answer."""
    try:
        return str(compute())
    except (decimal.Overflow, decimal.DivisionByZero, decimal.InvalidOperation):
        return "none"


def binary(operation: str, compute: Callable[[Decimal, Decimal], Decimal]) -> Callable[[Operands], Case]:
    def case(operands: Operands) -> Case:
        left, right = operands.pair()
        return operation, str(left), str(right), answer(lambda: compute(left, right))

    return case


def compare(operands: Operands) -> Case:
    left, right = operands.pair()
    return "compare", str(left), str(right), str((left > right) - (left < right))


def floor_modulo(left: Decimal, right: Decimal) -> Decimal:
    """FEEL's modulo from exact integers; rounded once, where the signs differ."""
    if right == 0:
        raise decimal.InvalidOperation
    (_, left_digits, left_exponent), (_, right_digits, right_exponent) = left.as_tuple(), right.as_tuple()
    assert isinstance(left_exponent, int)
    assert isinstance(right_exponent, int)
    least = min(left_exponent, right_exponent)
    dividend = int("".join(map(str, left_digits))) * 10 ** (left_exponent - least)
    divisor = int("".join(map(str, right_digits))) * 10 ** (right_exponent - least)
    remainder = CONTEXT.create_decimal(f"{dividend % divisor}E{least}")
    if remainder == 0 or left.is_signed() == right.is_signed():
        return remainder.copy_sign(right) if remainder else remainder
    return CONTEXT.subtract(right, remainder.copy_sign(right))


def modulo(operands: Operands) -> Case:
    left, right = operands.pair()
    return "modulo", str(left), str(right), answer(lambda: floor_modulo(left, right))


def round_to_scale(operands: Operands) -> Case:
    number = operands.number()
    if operands.random.randrange(2):
        number = CONTEXT.create_decimal(f"{operands.digits() % 10**34}E{operands.random.randint(-8, 2)}")
    _, _, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    scale = operands.random.choice((-exponent + operands.random.randint(-38, 10), operands.random.randint(-3, 3)))
    name = operands.random.choice(list(ROUNDINGS))

    def compute() -> Decimal:
        if not LEAST_EXPONENT <= -scale <= GREATEST_EXPONENT:
            raise decimal.InvalidOperation
        return number.quantize(Decimal((0, (1,), -scale)), rounding=ROUNDINGS[name], context=CONTEXT)

    return f"round_{name}", str(number), str(scale), answer(compute)


def power(operands: Operands) -> Case:
    base = operands.number()
    exponent = operands.random.choice((operands.random.randint(-6, 12), operands.random.randint(-400, 400)))

    def compute() -> Decimal:
        if base == 0 and exponent < 0:
            raise decimal.DivisionByZero
        if exponent == 0:
            return Decimal(1)
        return CONTEXT.plus(WIDE.power(base, exponent)) if base else CONTEXT.plus(base**exponent)

    return "power", str(base), str(exponent), answer(compute)


def square_root(operands: Operands) -> Case:
    number = operands.number()
    if operands.random.randrange(3) == 0:
        root = operands.random.randrange(10**17)
        number = CONTEXT.create_decimal(f"{root * root}E{operands.random.randint(-20, 20)}")
    return "square_root", str(number), "-", answer(lambda: CONTEXT.sqrt(number))


def text(operands: Operands) -> Case:
    number = operands.number()
    return "text", str(number), "-", str(number)


def plain_text(operands: Operands) -> Case:
    sign = operands.random.choice(("", "-"))
    number = CONTEXT.create_decimal(f"{sign}{operands.digits()}E{operands.random.randint(-50, 50)}")
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "plain_text", str(number), "-", plain if number else "0"


def odd_text(operands: Operands) -> Case:
    """A number written as people do, and sometimes nearly so."""
    pick = operands.random.choice
    whole = "".join(pick("0123456789") for _ in range(pick((0, 1, 2, 5, 20, 40, 90))))
    fraction = "".join(pick("0123456789") for _ in range(pick((0, 1, 2, 5, 20, 40, 90))))
    point = pick((".", ".", ".", "", ".."))
    exponent = pick(("", "", "", "e5", "E-5", "E+40", "e-6200", "e6200", "E", "e+", "e1.5", "e99999999999999999999"))
    written = pick(("", "", "-", "+", "--", " ")) + pick(("", "", "000")) + whole + point + fraction + exponent
    return "parse", written, "-", answer(lambda: parse(written))


def parse(written: str) -> Decimal:
    # Python would take blanks, underscores, NaN and infinities; `Decimal::parse` does not.
    if written.strip() != written:
        raise decimal.InvalidOperation
    if written.endswith("99999999999999999999"):  # beyond what Python can hold
        digits = written.lower().partition("e")[0]
        if Decimal(digits) != 0:
            raise decimal.InvalidOperation
        written = digits + "e999999"
    number = CONTEXT.create_decimal(written)
    if number == 0 and any(c in "123456789" for c in written.lower().partition("e")[0]):
        raise decimal.InvalidOperation  # a number that is not zero must not be read as zero
    return number


def from_double(operands: Operands) -> Case:
    power = operands.random.choice((2, operands.random.randint(-300, 300)))
    value = operands.random.uniform(-1, 1) * 10.0**power
    return "from_double", value.hex(), "-", str(Decimal(repr(value)))


def to_double(operands: Operands) -> Case:
    number = CONTEXT.create_decimal(f"{operands.digits()}E{operands.random.randint(-345, 330)}")
    return "to_double", str(number), "-", float(number).hex()


GENERATORS: list[tuple[int, Callable[[Operands], Case]]] = [
    (6, binary("add", CONTEXT.add)),
    (6, binary("subtract", CONTEXT.subtract)),
    (6, binary("multiply", CONTEXT.multiply)),
    (5, binary("divide", CONTEXT.divide)),
    (6, compare),
    (1, modulo),
    (6, round_to_scale),
    (1, power),
    (3, square_root),
    (2, text),
    (1, plain_text),
    (3, odd_text),
    (1, from_double),
    (1, to_double),
]


def write_cases(count: int, seed: int, output: Path) -> None:
    random_source = random.Random(seed)
    operands = Operands(random_source)
    kinds = random_source.choices([g for _, g in GENERATORS], [weight for weight, _ in GENERATORS], k=count)
    with output.open("w", encoding="ascii") as file:
        for generate in kinds:
            file.write("\t".join(generate(operands)) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=20251121)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    write_cases(arguments.count, arguments.seed, arguments.output)


if __name__ == "__main__":
    main()
