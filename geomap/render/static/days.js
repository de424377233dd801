/** Days as whole numbers since 1900-01-01 (0), and words for them. A stored day is one more; 0 is no date. */

const EPOCH = Date.UTC(1900, 0, 1);
const DAY = 864e5;

export const toMs = (day) => EPOCH + day * DAY;
export const toDate = (day) => new Date(toMs(day));
export const fromMs = (ms) => Math.floor((ms - EPOCH) / DAY);
export const fromYmd = (year, month, date = 1) => fromMs(Date.UTC(year, month, date));
export const toIso = (day) => toDate(day).toISOString().slice(0, 10);

/** A day from an ISO date; null if it is none. */
export function fromIso(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? '')) return null;
  const ms = Date.parse(`${text}T00:00Z`);
  return Number.isNaN(ms) ? null : fromMs(ms);
}

export const UNITS = ['day', 'week', 'month', 'year'];

/** The first day of the unit that holds a day. Weeks begin on Monday; 1900-01-01 was one. */
export function floor(day, unit) {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor(day / 7) * 7;
  const date = toDate(day);
  return fromYmd(date.getUTCFullYear(), unit === 'month' ? date.getUTCMonth() : 0);
}

/** The first day of the unit that is `count` units after the one that holds a day. */
export function add(day, unit, count) {
  const start = floor(day, unit);
  if (unit === 'day') return start + count;
  if (unit === 'week') return start + 7 * count;
  const date = toDate(start);
  const months = unit === 'month' ? count : 12 * count;
  return fromYmd(date.getUTCFullYear(), date.getUTCMonth() + months);
}
