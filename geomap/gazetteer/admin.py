def geonames_divisions(): return {}
