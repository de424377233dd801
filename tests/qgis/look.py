"""Runs inside Debian's QGIS (its own Python): opens the project of a GeoPackage, and prints what it sees as JSON.

Arguments: the GeoPackage, and a PNG to draw the map into.
"""

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

path, picture = sys.argv[1:]
app = QgsApplication([], False)
app.initQgis()
project = QgsProject.instance()
read = project.read(f"geopackage:{path}?projectName=incidents")


def seen(layer):
    """What a layer is, and how it is drawn."""
    renderer, times = layer.renderer(), layer.temporalProperties()
    categories = renderer.categories() if renderer and renderer.type() == "categorizedSymbol" else []
    return {
        "valid": layer.isValid(),
        "features": layer.featureCount(),
        "renderer": renderer.type() if renderer else None,
        "by": renderer.classAttribute() if categories else None,
        "categories": {c.label(): c.symbol().color().name() for c in categories},
        "crs": layer.crs().authid(),
        "source": layer.source(),
        "times": [times.startField(), times.endField()] if times.isActive() else None,
        "shapes": sorted(shapes(layer, renderer)) if categories and layer.geometryType() == 0 else [],
        "called": layer.displayExpression(),
    }


def shapes(layer, renderer):
    """The marker of each incident's kind, as the expression of the style gives it."""
    categories = renderer.categories()  # held: QGIS forgets what nobody holds
    symbol = categories[0].symbol()
    drawn = symbol.symbolLayer(0)
    marker = QgsExpression(
        drawn.dataDefinedProperties().property(QgsSymbolLayer.PropertyName).expressionString()
    )
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    found = set()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        found.add((feature["kind"], marker.evaluate(context)))
    return [list(one) for one in found]


def alone(name):
    """How a layer is drawn that is dragged out of the file without the project."""
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    layer.loadDefaultStyle()
    return seen(layer)


def drawn():
    """A picture of all that is seen at first."""
    settings = QgsMapSettings()
    order = [node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible()]
    settings.setLayers([layer for layer in order if layer.isSpatial()])
    settings.setDestinationCrs(project.crs())
    settings.setOutputSize(QSize(1000, 800))
    settings.setBackgroundColor(QColor("white"))
    view = project.viewSettings().defaultViewExtent()
    settings.setExtent(QgsRectangle(view))
    settings.setIsTemporal(True)
    settings.setTemporalRange(project.timeSettings().temporalRange())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(picture)
    return len({image.pixel(x, y) for x in range(0, 1000, 2) for y in range(0, 800, 2)})


times = project.timeSettings()
print(
    json.dumps(
        {
            "read": read,
            "error": project.error(),
            "crs": project.crs().authid(),
            "layers": {layer.name(): seen(layer) for layer in project.mapLayers().values()},
            "alone": {name: alone(name) for name in ("incidents", "areas", "arcs")},
            "relations": {r.id(): r.isValid() for r in project.relationManager().relations().values()},
            "range": [
                times.temporalRange().begin().toString("yyyy-MM-dd"),
                times.temporalRange().end().toString("yyyy-MM-dd"),
            ],
            "controller": project.readEntry("TemporalControllerWidget", "/StartDateTime")[0],
            "about": project.metadata().abstract(),
            "colours": drawn(),
        }
    )
)
app.exitQgis()
