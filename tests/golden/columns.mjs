// A table of made-up columns, made anew for each run: places spread evenly over the north (a Fibonacci lattice), their
// values a smooth wave that wanders with the years.
import fs from 'node:fs';

/** @param {string} file @param {number} count @param {number} south_deg */
export function writeColumns(file, count, south_deg) {
  const days = ['2012-01-01', '2016-01-01', '2020-01-01', '2024-01-01'];
  const low = Math.sin((south_deg * Math.PI) / 180);
  const rows = Array.from({ length: count }, (_, i) => {
    const z = low + ((1 - low) * (i + 0.5)) / count;
    const lat = (Math.asin(z) * 180) / Math.PI;
    const lon = ((i * 137.50776405) % 360) - 180;
    const values = days.map((_, t) => {
      const wave = Math.sin((lat - 50) / 9 + t) * Math.cos((lon * Math.PI) / 60 + t / 2);
      return (wave > 0 ? 100 * wave ** 2 : 0).toFixed(2);
    });
    return `${lon.toFixed(4)},${lat.toFixed(4)},${values.join(',')}`;
  });
  fs.writeFileSync(file, `lon_deg,lat_deg,${days.join(',')}\n${rows.join('\n')}\n`);
}
