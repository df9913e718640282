// In the page: the land of Natural Earth 110m as a picture of two plain colours, in any of d3's projections.
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

export const COLOURS = { sea: '#16283a', land: '#3a4652', block: '#4aa3a2', side: '#2f7374', rim: '#bfe6e0', sky: '#0b1017' };

/** @param {any} topology @param {any} projection  fitted to the size */
export function landPicture(topology, projection, width_px, height_px) {
  const canvas = document.createElement('canvas');
  canvas.width = width_px;
  canvas.height = height_px;
  const context = canvas.getContext('2d');
  context.fillStyle = COLOURS.sea;
  context.fillRect(0, 0, width_px, height_px);
  context.fillStyle = COLOURS.land;
  context.beginPath();
  geoPath(projection, context)(feature(topology, topology.objects.land));
  context.fill();
  return canvas.toDataURL('image/png');
}
