"""`tepei config`: what a C++ program needs to be compiled against the library that the installed package carries."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from tepei import __version__
from tepei._core import Diagnostic
from tepei._errors import Error

PACKAGE = Path(__file__).resolve().parents[1]


def flag(option: str, folder: Path) -> str:
    """An option with a folder, its blanks and signs guarded as pkg-config guards them."""
    return option + re.sub(r"([^\w./:=@%+,~-])", r"\\\1", str(folder))


def carried(part: str) -> Path:
    """A part of the package; an error where this installation carries no C++ library (an uninstalled source tree)."""
    found = PACKAGE / part
    if not found.is_dir():
        message = f"this installation of tepei carries no C++ library: `{found}` is not there"
        raise Error([Diagnostic("config.no_library", message, "install the wheel, or build it with cmake", str(found))])
    return found


def include_flags() -> str:
    """Where the headers are."""
    return flag("-I", carried("include"))


def link_flags() -> str:
    """The library, found at link time and when the program starts."""
    library = carried("lib")
    return " ".join([flag("-L", library), flag("-Wl,-rpath,", library), "-ltepei"])


def config(  # one option a question, as pkg-config has them
    cflags: Annotated[bool, typer.Option("--cflags", help="Flags to compile with.")] = False,
    includes: Annotated[bool, typer.Option("--includes", help="Only the include flags of them.")] = False,
    libs: Annotated[bool, typer.Option("--libs", help="Flags to link with.")] = False,
    cmake: Annotated[bool, typer.Option("--cmake", help="Folder of tepei-config.cmake, for tepei_DIR.")] = False,
    pkgconfig: Annotated[bool, typer.Option("--pkgconfig", help="Folder of tepei.pc, for PKG_CONFIG_PATH.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Version of the library.")] = False,
) -> None:
    """Show how to compile and link a C++ program against the library in this package.

    显示 C++ 程序的编译和链接参数。

    \b
    Examples:
      c++ -O2 $(tepei config --cflags) app.cpp $(tepei config --libs) -o app
      cmake -S . -B build -Dtepei_DIR="$(tepei config --cmake)"
      PKG_CONFIG_PATH="$(tepei config --pkgconfig)" pkg-config --cflags --libs tepei

    Flags stand on one line, every other answer on one of its own, in the order of the options above.
    Exit code 0: done; 2: the call cannot be used, or this installation carries no C++ library.
    """
    try:
        flags = [
            *(["-std=c++17"] if cflags else []),
            *([include_flags()] if cflags or includes else []),
            *([link_flags()] if libs else []),
        ]
        lines = [
            *([" ".join(flags)] if flags else []),
            *([str(carried("lib/cmake/tepei"))] if cmake else []),
            *([str(carried("lib/pkgconfig"))] if pkgconfig else []),
            *([__version__] if version else []),
        ]
        if not lines:
            raise Error(
                [Diagnostic("config.nothing_asked", "nothing is asked", "give --cflags, --libs, --cmake …", "")]
            )
    except Error as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from error
    for line in lines:
        typer.echo(line)
