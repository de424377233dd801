/** Killed and wounded with their range: empty is not zero, and zero is said only where the article says so. */

import { h, s } from './dom.js';
import { known } from './data.js';
import { toll } from './wording.js';

export function casualtyLines(app, row) {
  const { data, say } = app;
  const killed = toll(data, 'killed', row);
  const wounded = toll(data, 'wounded', row);
  if (!killed && !wounded) return h('span', { class: 'quiet-text' }, say.t('notSaid'));
  const zero = (found) => found && found.best === 0 && !found.high;
  if (zero(killed) && (zero(wounded) || !wounded)) return say.t(wounded ? 'noneHurt' : 'nobodyKilled');
  return [line(app, killed, 'killed', row), line(app, wounded, 'wounded', row)];
}

function line({ data, say }, found, name, row) {
  if (!found) return null;
  if (found.best === 0 && !found.high)
    return h('div', {}, say.t(name === 'killed' ? 'nobodyKilled' : 'nobodyWounded'));
  const { best, low, high, open } = found;
  const ranged = high !== null && low !== high;
  const civilians = name === 'killed' ? known(data.row.killed_civilians, row) : null;
  const all = civilians === best && !ranged && !open;
  return h(
    'div',
    {},
    h('b', { class: 'num' }, open ? say.t('orMore', { n: say.number(low) }) : say.number(best)),
    ' ',
    say.t(name),
    ranged
      ? h(
          'span',
          { class: 'quiet-text' },
          ` (${say.t('reportsGive', { a: say.number(low), b: say.number(high) })})`,
        )
      : null,
    civilians
      ? h(
          'span',
          { class: 'quiet-text' },
          `${say.t('comma')}${all ? say.t('allCivilians') : say.t('civilians', { n: say.number(civilians) })}`,
        )
      : null,
    ranged ? rangeBar(low, best, high) : null,
  );
}

/** From 0 to the highest number, the range thick, the best number a dot. */
function rangeBar(low, best, high) {
  const x = (n) => 6 + (n / Math.max(high, 1)) * 180;
  const number = (n, className = '') =>
    s('text', { x: x(n), y: 21, 'text-anchor': 'middle', class: className }, String(n));
  return s(
    'svg',
    { class: 'range', viewBox: '0 0 200 22', 'aria-hidden': 'true' },
    s('path', { d: 'M6 8H186', class: 'range-all' }),
    s('path', { d: `M${x(low)} 8H${x(high)}`, class: 'range-part' }),
    s('circle', { cx: x(best), cy: 8, r: 4.5, class: 'range-best' }),
    low > 0 ? number(0) : null,
    number(low),
    best !== low && best !== high ? number(best, 'strong') : null,
    number(high),
  );
}
