/** The words on the map, in their order: selected, large countries, symbols by count, small ones, towns by size. */

import { beside, centred, claim, groupNames, room, shortName } from './labels.js';
import { screenX, screenY } from './project.js';

const ARABIC = /^[^\p{L}]*[\u0590-\u08ff]/u;
const LARGE = 110; // px across: countries that are named before the incidents

/** Draw all labels that find room. `obstacles` are boxes of what lies over the map. */
export function drawLabels(
  ctx,
  view,
  { symbols, areas, ground, words, say, look, obstacles, focus, selected },
) {
  const space = room(view.width, view.height);
  obstacles.forEach(space.take);
  for (const each of symbols) {
    const x = screenX(view, each.u);
    const y = screenY(view, each.v);
    space.take([x - each.r - 2, y - each.r - 2, x + each.r + 2, y + each.r + 2]);
  }
  const pen = { ctx, view, space, say, look, words };
  const named = symbols.filter((each) => inView(view, each.u, each.v));
  named.filter(selected).forEach((each) => symbolLabel(pen, each, true));
  const countries = ground.countries.map(([code, x, y, size]) => ({
    code,
    u: x / ground.unit,
    v: y / ground.unit,
    size,
  }));
  const large = ({ size }) => size * view.world >= LARGE;
  pen.countriesNamed = new Set();
  countries.filter(large).forEach((country) => countryLabel(pen, country, focus, false));
  named.filter((each) => !selected(each)).forEach((each) => symbolLabel(pen, each, false));
  areas.forEach((area) => areaLabel(pen, area));
  countries
    .filter((country) => !large(country))
    .forEach((country) => countryLabel(pen, country, focus, true));
  seaLabels(pen, ground);
  townLabels(pen, ground, new Set(symbols.flatMap(({ sites }) => sites.map(([site]) => words.site(site)))));
}

function inView(view, u, v) {
  const x = screenX(view, u);
  const y = screenY(view, v);
  return x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20;
}

function write({ ctx, look }, text, at, { font, colour, halo = 3, spacing = '0px', alpha = 1 }) {
  ctx.font = font;
  ctx.textAlign = at.align;
  ctx.textBaseline = 'middle';
  ctx.direction = ARABIC.test(text) ? 'rtl' : 'ltr';
  if ('letterSpacing' in ctx) ctx.letterSpacing = spacing;
  ctx.globalAlpha = alpha;
  ctx.lineJoin = 'round';
  ctx.lineWidth = halo;
  ctx.strokeStyle = look.land;
  ctx.strokeText(text, at.x, at.y);
  ctx.fillStyle = colour;
  ctx.fillText(text, at.x, at.y);
  ctx.globalAlpha = 1;
  if ('letterSpacing' in ctx) ctx.letterSpacing = '0px';
}

const widths = new Map();

/** Measured once: a frame asks for hundreds of widths, and the same ones as the frame before. */
function widthOf(ctx, font, text, spacing = 0) {
  const key = `${font} ${text}`;
  if (!widths.has(key)) {
    if (widths.size > 5000) widths.clear();
    ctx.font = font;
    widths.set(key, ctx.measureText(text).width);
  }
  return widths.get(key) + spacing * text.length;
}

function symbolLabel(pen, symbol, selected) {
  const { ctx, view, space, words, say, look } = pen;
  const font = `600 12px ${look.sans}`;
  const names = groupNames(
    symbol.sites.map(([site]) => shortName(words.site(site))),
    say.t('comma'),
  );
  const at = {
    x: screenX(view, symbol.u),
    y: screenY(view, symbol.v),
    r: symbol.r + (selected ? 5 : 0),
    size: 12,
  };
  for (const name of names) {
    const found = beside(space, { ...at, width: widthOf(ctx, font, name), rtl: say.rtl });
    if (found) return write(pen, name, found, { font, colour: look.lab2 });
  }
  return null;
}

function areaLabel(pen, { u, v, r, site, count }) {
  const { ctx, view, space, words, say, look } = pen;
  const font = `600 12px ${look.sans}`;
  const name = shortName(words.site(site)) + (count > 1 ? ` ${say.number(count)}` : '');
  const width = widthOf(ctx, font, name);
  const x = screenX(view, u);
  const y = screenY(view, v);
  const spot = (dx, dy) => ({
    x: x + dx,
    y: y + dy,
    align: 'center',
    box: [x + dx - width / 2, y + dy - 8, x + dx + width / 2, y + dy + 8],
  });
  const around = r
    ? [spot(0, -r - 10), spot(-r - width / 2 - 6, 0), spot(r + width / 2 + 6, 0), spot(0, r + 10)]
    : [];
  const found = claim(space, r ? around : [spot(0, 0), spot(0, -16), spot(0, 16)]);
  if (found) write(pen, name, found, { font, colour: look.lab2 });
}

function countryLabel(pen, { code, u, v, size }, focus, small) {
  const { ctx, view, space, say, look } = pen;
  if (size * view.world < 30 || pen.countriesNamed.has(code)) return;
  const name = say.rtl ? say.country(code) : say.country(code).toUpperCase();
  const px = (small ? 10.5 : 11.5) + (say.rtl ? 2 : 0);
  const spacing = say.rtl ? 0 : small ? 0.6 : 1.6;
  const font = `600 ${px}px ${look.sans}`;
  const width = widthOf(ctx, font, name, spacing);
  const found = centred(space, { x: screenX(view, u), y: screenY(view, v), width, size: px });
  const alpha = focus.has(code) ? 1 : 0.75;
  if (!found) return;
  pen.countriesNamed.add(code);
  write(pen, name, found, { font, colour: look.lab1, halo: 2, spacing: `${spacing}px`, alpha });
}

function seaLabels(pen, ground) {
  const { ctx, view, space, say, look } = pen;
  const font = say.rtl ? `12px ${look.sans}` : `italic 12px ${look.serif}`;
  for (const [en, ar, x, y, least] of ground.seas ?? []) {
    if (view.zoom < least) continue;
    const name = say.rtl ? ar : en;
    const at = { x: screenX(view, x / ground.unit), y: screenY(view, y / ground.unit), size: 12 };
    const found = centred(space, { ...at, width: widthOf(ctx, font, name) });
    if (found) write(pen, name, found, { font, colour: look.lab1, halo: 0.01 });
  }
}

function townLabels(pen, ground, used) {
  const { ctx, view, space, say, look } = pen;
  const font = `11px ${look.sans}`;
  const most = (view.width * view.height) / 12000; // a quiet map: a town for each piece of about 110 px square
  let drawn = 0;
  for (const [en, ar, tx, ty] of ground.towns) {
    if (drawn >= most) return;
    const name = (say.rtl && ar) || en;
    const x = screenX(view, tx / ground.unit);
    const y = screenY(view, ty / ground.unit);
    const dot = [x - 3, y - 3, x + 3, y + 3];
    if (used.has(name) || !space.free(dot)) continue;
    const found = beside(space, { x, y, r: 3, size: 11, width: widthOf(ctx, font, name), rtl: say.rtl });
    if (!found) continue;
    space.take(dot);
    drawn++;
    write(pen, name, found, { font, colour: look.lab1 });
    ctx.fillStyle = look.lab1;
    ctx.beginPath();
    ctx.arc(x, y, 1.7, 0, 2 * Math.PI);
    ctx.fill();
  }
}
