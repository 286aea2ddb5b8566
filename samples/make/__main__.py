"""`python -m samples.make [--check]`."""

import sys

from samples.make.build import SAMPLES, needs_font, report, sources


def _write() -> None:
    for source in sources():
        path = SAMPLES / "reports" / source.target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(report(source))


def _differing() -> list[str]:
    steady = [source for source in sources() if not needs_font(source)]
    return [each.target for each in steady if (SAMPLES / "reports" / each.target).read_bytes() != report(each)]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        differing = _differing()
        sys.stdout.writelines(f"{target}\n" for target in differing)
        sys.exit(1 if differing else 0)
    _write()
