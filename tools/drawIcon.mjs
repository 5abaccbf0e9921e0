import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { root } from './runtime.mjs';

/** `node tools/drawIcon.mjs`: the program's icon, fear and want and where they meet, for `npm run package`. */
const size = 1024;
const canvas = createCanvas(size, size);
const context = canvas.getContext('2d');
const circle = (x, colour) => {
  context.beginPath();
  context.arc(x, size / 2, 250, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
};
context.beginPath();
context.roundRect(64, 64, size - 128, size - 128, 200);
context.fillStyle = '#fbfaf7';
context.fill();
context.lineWidth = 12;
context.strokeStyle = '#e5e4df';
context.stroke();
circle(388, '#b8400f');
circle(636, '#0b659f');
context.beginPath();
context.arc(388, size / 2, 250, 0, 2 * Math.PI);
context.clip();
circle(636, '#4d1b59');
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(join(root, 'build', 'icon.png'), canvas.toBuffer('image/png'));
