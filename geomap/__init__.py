"""geomap: from news articles about attacks to a map, GIS files and answers by region."""

__version__ = "0.1.0"
