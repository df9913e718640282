#!/usr/bin/python3
"""Makes the small sources of assets/base from the full ones: world relief halved, vectors simplified.

Usage: reduce_sources.py FULL_DIR OUT_DIR.  Needs numpy and Pillow.  Not part of the build: its results are committed.
"""
import json
import sys

import numpy as np
from PIL import Image

SCALE = 2 * 6371.0  # km; polar equal-area plane


def plane(points):
    a = np.radians(np.asarray(points, float)[:, :2])
    rho = SCALE * np.sin((np.pi / 2 - a[:, 1]) / 2)
    return np.stack([rho * np.sin(a[:, 0]), -rho * np.cos(a[:, 0])], 1)


def kept(p, first, last, tolerance, keep):
    """Douglas and Peucker 1973."""
    stack = [(first, last)]
    while stack:
        i, j = stack.pop()
        if j - i < 2:
            continue
        d = p[j] - p[i]
        length = np.hypot(*d)
        q = p[i + 1:j] - p[i]
        off = np.hypot(*q.T) if length < 1e-9 else np.abs(q[:, 0] * d[1] - q[:, 1] * d[0]) / length
        k = int(off.argmax())
        if off[k] > tolerance:
            keep[i + 1 + k] = True
            stack += [(i, i + 1 + k), (i + 1 + k, j)]


def simplified(points, tolerance):
    p = plane(points)
    keep = np.zeros(len(p), bool)
    keep[[0, -1]] = True
    if np.allclose(p[0], p[-1]):
        far = int(np.hypot(*(p - p[0]).T).argmax())
        keep[far] = True
        kept(p, 0, far, tolerance, keep)
        kept(p, far, len(p) - 1, tolerance, keep)
    else:
        kept(p, 0, len(p) - 1, tolerance, keep)
    return [[round(x, 2), round(y, 2)] for (x, y, *_), k in zip(points, keep) if k]


def area(ring):
    p = plane(ring)
    return abs(np.sum(p[:-1, 0] * p[1:, 1] - p[1:, 0] * p[:-1, 1])) / 2


def polygons(source, tolerance, least_km2):
    pieces = []
    for feature in source['features']:
        g = feature['geometry']
        for polygon in [g['coordinates']] if g['type'] == 'Polygon' else g['coordinates']:
            rings = [simplified(r, tolerance) for r in polygon if area(r) >= least_km2]
            rings = [r for r in rings if len(r) >= 4]
            if rings and area(polygon[0]) >= least_km2:
                pieces.append(rings)
    return {'type': 'MultiPolygon', 'coordinates': pieces}


def lines(source, tolerance, worst_rank):
    features = []
    for feature in source['features']:
        g = feature['geometry']
        rank = feature['properties'].get('scalerank') or 9
        if rank > worst_rank:
            continue
        parts = [g['coordinates']] if g['type'] == 'LineString' else g['coordinates']
        features.append({'type': 'Feature', 'properties': {'scalerank': rank},
                         'geometry': {'type': 'MultiLineString', 'coordinates': [simplified(p, tolerance) for p in parts]}})
    return {'type': 'FeatureCollection', 'features': features}


def main():
    full, out = sys.argv[1:]
    read = lambda name: json.load(open(f'{full}/{name}'))
    write = lambda name, value: open(f'{out}/{name}', 'w').write(json.dumps(value, separators=(',', ':')) + '\n')
    write('glaciers.geojson', polygons(read('ne_glaciers_50n.geojson'), 3.5, 300))
    write('lakes.geojson', polygons(read('ne_lakes_50n.geojson'), 2.5, 500))
    write('rivers.geojson', lines(read('ne_rivers_50n.geojson'), 4.5, 6))
    world = np.asarray(Image.open(f'{full}/world_relief_2048x1024.png')).astype(np.int64)
    h, w = world.shape
    four = world.reshape(h // 2, 2, w // 2, 2)
    mean = four.mean((1, 3))
    land = (four > 12000).sum((1, 3)) >= 2
    small = np.where(land, np.maximum(mean, 12001), np.minimum(mean, 11999))
    small = 12000 + 20 * np.round((small - 12000) / 20)
    small = np.where(land, np.maximum(small, 12001), np.minimum(small, 11999))
    Image.fromarray(small.astype(np.uint16)).save(f'{out}/world_relief_1024x512.png', optimize=True)


if __name__ == '__main__':
    main()
