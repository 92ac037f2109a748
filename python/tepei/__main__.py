"""`python -m tepei` is the command `tepei`."""

from tepei.command import main

main()
