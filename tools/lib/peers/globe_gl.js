// In the page: the provinces in globe.gl, its camera put where the atlas has its own.
import { geoEquirectangular } from 'd3-geo';
import Globe from 'globe.gl';
import { Vector3 } from 'three';
import { COLOURS, landPicture } from './land.js';

const EARTH_RADIUS_KM = 6371.0088;
const FIELD_OF_VIEW_DEG = 32;

/** globe.gl builds on d3-geo, which winds rings the other way than RFC 7946: as they stand they would cover the globe. */
const rewound = ({ type, coordinates }) => ({ type, coordinates: coordinates.map((rings) => rings.map((ring) => [...ring].reverse())) });

window.draw = async ({ provinces, land, view }) => {
  const picture = landPicture(land, geoEquirectangular().scale(4096 / (2 * Math.PI)).translate([2048, 1024]), 4096, 2048);
  await new Promise((done) => {
    window.globe = new Globe(document.body, { animateIn: false, waitForGlobeReady: true })
      .width(window.innerWidth).height(window.innerHeight)
      .backgroundColor(COLOURS.sky).showAtmosphere(false)
      .globeImageUrl(picture)
      .polygonsTransitionDuration(0)
      .polygonCapCurvatureResolution(1) // the default is 5 degrees
      .polygonGeoJsonGeometry((p) => rewound(p.geometry))
      .polygonAltitude((p) => p.height_km / EARTH_RADIUS_KM)
      .polygonCapColor(() => COLOURS.block).polygonSideColor(() => COLOURS.side).polygonStrokeColor(() => COLOURS.rim)
      .polygonsData(provinces)
      .onGlobeReady(done);
  });
  const { globe } = window;
  globe.controls().enabled = false;
  globe.controls().update = () => false; // it would hold the poles upright
  const radius = globe.getGlobeRadius();
  const at = (lat, lng, altitude) => { const { x, y, z } = globe.getCoords(lat, lng, altitude); return new Vector3(x, y, z); };
  const ground = at(view.lat_deg, view.lon_deg, 0);
  const up = ground.clone().normalize();
  const east = new Vector3().subVectors(at(0, view.lon_deg + 90, 0), new Vector3()).normalize();
  const north = new Vector3().crossVectors(up, east);
  const bearing = (view.bearing_deg * Math.PI) / 180, tilt = (view.tilt_deg * Math.PI) / 180;
  const heading = north.clone().multiplyScalar(Math.cos(bearing)).addScaledVector(east, Math.sin(bearing));
  const camera = globe.camera();
  const distance = (view.distance_km / EARTH_RADIUS_KM) * radius;
  camera.position.copy(ground).addScaledVector(up, distance * Math.cos(tilt)).addScaledVector(heading, -distance * Math.sin(tilt));
  camera.up.copy(heading).multiplyScalar(Math.cos(tilt)).addScaledVector(up, Math.sin(tilt));
  camera.fov = FIELD_OF_VIEW_DEG;
  camera.near = radius / 100;
  camera.lookAt(ground);
  camera.updateProjectionMatrix();
  globe.lights()[1]?.position.copy(camera.position); // its sun is not the subject
  for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame);
};
