// Outlines that break renderers, as a dataset of their own: over the pole, across 180 degrees, 3,000 km wide, with holes,
// with 10,000 points. Made anew for each run, so that no large file stands in the tree.
import fs from 'node:fs';
import path from 'node:path';

const STEP_DEG = 1;

/** Points from a to b on a parallel or meridian, b left out. @param {number[]} a @param {number[]} b */
function side(a, b) {
  const count = Math.max(1, Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])) / STEP_DEG));
  return Array.from({ length: count }, (_, i) => [a[0] + ((b[0] - a[0]) * i) / count, a[1] + ((b[1] - a[1]) * i) / count]);
}

/** A closed ring through corners, anticlockwise for an outline, clockwise for a hole. @param {number[][]} corners */
function ring(corners) {
  const points = corners.flatMap((corner, i) => side(corner, corners[(i + 1) % corners.length]));
  return [...points, points[0]].map(([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]);
}

const box = (/** @type {number} */ west, /** @type {number} */ south, /** @type {number} */ east, /** @type {number} */ north) =>
  [[west, south], [east, south], [east, north], [west, north]];

/** A star of many points about a place. @param {number} count @param {number} lon @param {number} lat @param {number} radius_deg */
function star(count, lon, lat, radius_deg) {
  const points = Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    const radius = radius_deg * (1 + 0.04 * Math.sin(400 * turn) + 0.15 * Math.sin(7 * turn));
    return [lon + (radius * Math.cos(turn)) / Math.cos((lat * Math.PI) / 180), lat + radius * Math.sin(turn)];
  });
  return [...points, points[0]].map(([x, y]) => [Number(x.toFixed(6)), Number(y.toFixed(6))]);
}

/** A waving ring about the pole, cut at 180 degrees and led over the pole, as GeoJSON wants it. */
function aroundPole() {
  const rim = Array.from({ length: 361 }, (_, i) => [i - 180, 82 + 2 * Math.sin((5 * (i - 180) * Math.PI) / 180)]);
  rim[360][1] = rim[0][1];
  const up = side(rim[360], [180, 90]).slice(1), down = side([-180, 90], rim[0]).slice(1);
  const points = [...rim, ...up, ...side([180, 90], [-180, 90]), [-180, 90], ...down, rim[0]];
  return points.map(([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]);
}

export const SHAPES = {
  pole: { at: [84, 0], polygons: [[aroundPole()]] },
  antimeridian: { at: [73, 180], polygons: [[ring(box(165, 70, 180, 76))], [ring(box(-180, 70, -170, 76))]] },
  wide: { at: [72, -20], polygons: [[ring(box(-62, 69, 20, 74))]] },
  holes: {
    at: [73, 110],
    polygons: [[ring(box(90, 68, 130, 78)), ring(box(96, 70, 104, 76).reverse()), ring(box(112, 71, 122, 73).reverse())]],
  },
  vertices: { at: [75, -130], polygons: [[star(10_000, -130, 75, 4)]] },
};

/**
 * Writes the folder of data files; what the shapes don't need has a header only.
 * @param {string} small  a complete dataset, for the headers @param {string} folder
 */
export function writeTorture(small, folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(small)) {
    if (!name.endsWith('.csv')) continue;
    const text = fs.readFileSync(path.join(small, name), 'utf8');
    fs.writeFileSync(path.join(folder, name), ['meta.csv', 'sources.csv'].includes(name) ? text : `${text.split('\n')[0]}\n`);
  }
  const rows = Object.entries(SHAPES).map(([id, shape]) =>
    `${id},${id},${id},RUS,20000,120000,5000,45000,torture,2026,${shape.at[0]},${shape.at[1]},high,made-up,made-up,yes,,`);
  fs.appendFileSync(path.join(folder, 'provinces.csv'), `${rows.join('\n')}\n`);
  const features = Object.entries(SHAPES).map(([id, shape]) =>
    JSON.stringify({ type: 'Feature', id, properties: { id }, geometry: { type: 'MultiPolygon', coordinates: shape.polygons } }));
  fs.writeFileSync(path.join(folder, 'provinces.geojson'), `{"type": "FeatureCollection", "features": [\n${features.join(',\n')}\n]}\n`);
  fs.writeFileSync(path.join(folder, 'lines.geojson'), '{"type": "FeatureCollection", "features": []}\n');
}
