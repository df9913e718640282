// The 25 provinces as any program could have them: GeoJSON as RFC 7946 wants it (cut at 180 degrees, a run along 90 N
// where a ring holds the pole), only what lies north of the Arctic Circle, edges as fine as an export should write them,
// and the volume-true height of src/scene/heights.h.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const EARTH_RADIUS_KM = 6371.0088;
const ARCTIC_CIRCLE_DEG = 66.5636;
const TALLEST_KM = 520; // kTallestVolumeBlock_km
const STEP_DEG = 0.5;

const rad = (degrees) => (degrees * Math.PI) / 180;
const deg = (radians) => (radians * 180) / Math.PI;

/** Points on the great circle from a to b, a included, b not. Along 180 degrees and along the pole: straight. */
function arc(a, b) {
  const along_cut = (a[1] === 90 && b[1] === 90) || (Math.abs(a[0]) === 180 && a[0] === b[0]);
  const [u, v] = [a, b].map(([lon, lat]) => [Math.cos(rad(lat)) * Math.cos(rad(lon)), Math.cos(rad(lat)) * Math.sin(rad(lon)), Math.sin(rad(lat))]);
  const angle = Math.acos(Math.min(1, u[0] * v[0] + u[1] * v[1] + u[2] * v[2]));
  const steps = Math.max(1, Math.ceil((along_cut ? Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) : deg(angle)) / STEP_DEG));
  const points = [a];
  for (let i = 1; i < steps; ++i) {
    const t = i / steps;
    if (along_cut) {
      points.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
      continue;
    }
    const [p, q] = [Math.sin((1 - t) * angle), Math.sin(t * angle)];
    const [x, y, z] = u.map((value, k) => value * p + v[k] * q);
    let lon = deg(Math.atan2(y, x));
    if (Math.abs(a[0]) === 180 || Math.abs(b[0]) === 180) {
      const side = Math.sign(Math.abs(a[0]) === 180 ? b[0] : a[0]);
      if (lon * side < 0 && Math.abs(lon) > 170) lon += 360 * side; // stays on its side of the cut
    }
    points.push([lon, deg(Math.atan2(z, Math.hypot(x, y)))]);
  }
  return points;
}

const closed = (ring) => ring.slice(0, -1).map((point, i) => [point, ring[i + 1]]);
const fine = (ring) => [...closed(ring).flatMap(([a, b]) => arc(a, b)), ring[0]];

/** What of a ring lies north of a parallel; the cut follows the parallel in the same small steps. */
function northOf(ring, lat_deg) {
  const kept = [];
  const cross = (a, b) => {
    const t = (lat_deg - a[1]) / (b[1] - a[1]);
    return [a[0] + (b[0] - a[0]) * t, lat_deg];
  };
  for (const [a, b] of closed(ring)) {
    if (a[1] >= lat_deg) kept.push(a);
    if (a[1] >= lat_deg !== b[1] >= lat_deg) kept.push(cross(a, b));
  }
  if (kept.length < 3) return null;
  kept.push(kept[0]);
  return [...closed(kept).flatMap(([a, b]) => {
    if (a[1] !== lat_deg || b[1] !== lat_deg) return [a];
    const steps = Math.max(1, Math.ceil(Math.abs(b[0] - a[0]) / STEP_DEG));
    return Array.from({ length: steps }, (_, i) => [a[0] + ((b[0] - a[0]) * i) / steps, lat_deg]);
  }), kept[0]];
}

/** Lambert's equal-area plane about the pole: areas there are areas on the globe. */
function ringArea_km2(ring) {
  const plane = ring.map(([lon, lat]) => {
    const rho = 2 * Math.sin(rad(90 - lat) / 2);
    return [rho * Math.sin(rad(lon)), -rho * Math.cos(rad(lon))];
  });
  const twice = closed(plane).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0);
  return (twice / 2) * EARTH_RADIUS_KM ** 2;
}

/**
 * @param {string} root   the repository; its native program is built
 * @returns {{id: string, name: string, height_km: number, geometry: {type: 'MultiPolygon', coordinates: number[][][][]}}[]}
 */
export function provinces(root) {
  const rows = JSON.parse(execFileSync(path.join(root, 'build/native/arctic-atlas'), ['list', 'provinces', '--json'], { encoding: 'utf8' }));
  const { features } = JSON.parse(fs.readFileSync(path.join(root, 'assets/data/provinces.geojson'), 'utf8'));
  const found = rows.map((row) => {
    const { geometry } = features.find((feature) => feature.properties.id === row.id);
    const pieces = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const coordinates = pieces.map((rings) => rings.map((ring) => northOf(fine(ring), ARCTIC_CIRCLE_DEG)).filter(Boolean))
      .filter((rings) => rings.length > 0);
    const area_km2 = coordinates.flat().reduce((sum, ring) => sum + ringArea_km2(ring), 0);
    return { id: row.id, name: row.name, mmboe: row.boe_mmboe.best, area_km2, geometry: { type: 'MultiPolygon', coordinates } };
  });
  const densest = found.reduce((a, b) => (a.mmboe / a.area_km2 > b.mmboe / b.area_km2 ? a : b));
  const h = TALLEST_KM / EARTH_RADIUS_KM;
  const km3_per_mmboe = ((densest.area_km2 * EARTH_RADIUS_KM) / 3 * h * (3 + h * (3 + h))) / densest.mmboe;
  return found.map(({ id, name, mmboe, area_km2, geometry }) => {
    const volume_km3 = mmboe * km3_per_mmboe;
    const height_km = EARTH_RADIUS_KM * Math.expm1(Math.log1p((3 * volume_km3) / (area_km2 * EARTH_RADIUS_KM)) / 3);
    return { id, name, area_km2, height_km, geometry };
  });
}
