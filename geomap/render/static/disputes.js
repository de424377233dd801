/** The two sides of a dispute, in the words of the reports: who says it was so, who denies it. */

import { bdi, h } from './dom.js';

/** Sides of a record: `[word, who]`, each once, the affirming ones first. */
export function sidesOf(record) {
  const order = ['confirmed', 'claimed', 'reported', 'disputed', 'denied'];
  const found = new Map();
  for (const { status, by, outlet } of record.evidence ?? []) {
    const who = by || (status === 'reported' ? outlet : '');
    if (who && order.includes(status)) found.set(`${status} ${who}`, [status, who]);
  }
  return [...found.values()].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
}

export function disputeBox(app, row, record) {
  const { data, say } = app;
  if (data.dict.status[data.row.status[row]] !== 'disputed') return null;
  const sides = sidesOf(record).map(([status, who]) => say.t(`side.${status}`, { by: who }));
  const text =
    sides.length > 1
      ? sides.join(say.t('semicolon'))
      : record.status_by
        ? say.t('disputedBy', { by: record.status_by })
        : '';
  return h(
    'p',
    { class: 'dispute' },
    h('b', {}, say.t('disputed')),
    ' ',
    bdi(text ? `${text.replace(/\.$/, '')}.` : say.t('disputedPlain')),
  );
}
