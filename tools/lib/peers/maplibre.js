// In the page: the provinces in MapLibre's globe, extruded, its camera put where the atlas has its own.
import { geoMercator } from 'd3-geo';
import * as maplibregl from 'maplibre-gl';
import { COLOURS, landPicture } from './land.js';

const EARTH_RADIUS_KM = 6371.0088;
const FIELD_OF_VIEW_DEG = 32;
const EDGE_DEG = 85.0511;

window.draw = async ({ provinces, land, view }) => {
  maplibregl.setWorkerUrl(new URL('maplibre-gl-worker.mjs', import.meta.url).href);
  const side = 4096;
  const picture = landPicture(land, geoMercator().scale(side / (2 * Math.PI)).translate([side / 2, side / 2]), side, side);
  const container = document.createElement('div');
  container.style.cssText = 'position:absolute;inset:0';
  document.body.append(container);
  const map = new maplibregl.Map({
    container,
    attributionControl: false, interactive: false, fadeDuration: 0, maxPitch: 85, renderWorldCopies: false,
    canvasContextAttributes: { antialias: true },
    style: {
      version: 8,
      projection: { type: 'globe' },
      sky: { 'atmosphere-blend': 0 },
      sources: {
        land: { type: 'image', url: picture, coordinates: [[-180, EDGE_DEG], [180, EDGE_DEG], [180, -EDGE_DEG], [-180, -EDGE_DEG]] },
        provinces: {
          type: 'geojson', tolerance: 0,
          data: { type: 'FeatureCollection', features: provinces.map(({ id, height_km, geometry }) => ({ type: 'Feature', properties: { id, height_m: height_km * 1000 }, geometry })) },
        },
      },
      layers: [
        { id: 'sea', type: 'background', paint: { 'background-color': COLOURS.sea } },
        { id: 'land', type: 'raster', source: 'land' },
        { id: 'blocks', type: 'fill-extrusion', source: 'provinces',
          paint: { 'fill-extrusion-color': COLOURS.block, 'fill-extrusion-height': ['get', 'height_m'] } },
      ],
    },
  });
  window.map = map;
  await map.once('load');
  map.setVerticalFieldOfView(FIELD_OF_VIEW_DEG);
  // Pixels from the eye to the ground, and so the size of the world at which that is the wished distance.
  const eye_px = window.innerHeight / 2 / Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360);
  const globe_px = (eye_px * EARTH_RADIUS_KM) / view.distance_km;
  const zoomAt = (lat_deg) => Math.log2((globe_px * 2 * Math.PI * Math.cos((lat_deg * Math.PI) / 180)) / 512);
  map.jumpTo({ center: [view.lon_deg, view.lat_deg], zoom: zoomAt(Math.min(view.lat_deg, EDGE_DEG)), bearing: view.bearing_deg, pitch: view.tilt_deg });
  await map.once('idle');
};
