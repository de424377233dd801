/** The card of one incident: who says so first, then what, when, where, whom, and the words it rests on. */

import { bdi, h, icon, iconButton } from './dom.js';
import { daysOf } from './data.js';
import { casualtyLines } from './cardcasualties.js';
import { disputeBox } from './disputes.js';
import { actions, quotes, sourcesLine } from './cardsources.js';
import { heldThen } from './held.js';
import { Listing } from './order.js';
import { glyph } from './symbols.js';

const STRIP = 40; // incidents of a place that its strip shows
const SORTED = 2000; // incidents of a place that are quickly sorted

/** A line of lesser weight, whatever language it is in. */
const quiet = (text) => h('div', { class: 'quiet-text' }, bdi(text));

export class Card {
  constructor(app, element) {
    Object.assign(this, { app, element });
    this.card = h('article', { class: 'card', hidden: true, tabindex: -1 });
    this.card.addEventListener('scroll', () => (this.scrolled = true), { passive: true });
    element.append(this.card);
  }

  /** Show the selected incident once its texts are there, which is before the next frame. */
  async update() {
    const { app } = this;
    const row = app.state.sel;
    if (row !== null) {
      const record = await app.data.texts.of(row);
      if (app.state.sel !== row) return; // another one was chosen meanwhile
      this.fill(row, record ?? {});
    }
    this.card.hidden = row === null;
    app.parts.list.wrap.inert = row !== null;
    app.parts.app.classList.toggle('has-card', row !== null);
  }

  fill(row, record) {
    const { app } = this;
    this.card.replaceChildren(this.navigation(row), this.body(row, record));
    this.card.setAttribute('aria-label', app.words.title(row));
    if (this.row !== row && this.scrolled) this.card.scrollTop = 0; // which lays out the page
    this.scrolled = this.row === row && this.scrolled;
    this.row = row;
  }

  focus() {
    this.card.focus({ preventScroll: true });
  }

  navigation(row) {
    const { app } = this;
    const { t, number } = app.say;
    const rows = app.listed();
    const { at, before, after } = rows.around(row);
    for (const near of [before, after]) if (near !== undefined) app.data.texts.of(near); // likely to be next
    const go = (to) => () => to !== undefined && app.select(to);
    const step = (name, label, to) => {
      const button = iconButton(name, label, go(to), { class: 'quiet' });
      button.disabled = to === undefined;
      return button;
    };
    return h(
      'div',
      { class: 'card-nav' },
      h(
        'button',
        { type: 'button', class: 'btn quiet', on: { click: () => app.unselect() } },
        icon('back', 'drawing flip'),
        t('back'),
      ),
      h(
        'span',
        { class: 'position num' },
        at < 0 ? '' : t('position', { i: number(at + 1), n: number(rows.length) }),
      ),
      step('up', t('previous'), before),
      step('down', t('next'), after),
    );
  }

  body(row, record) {
    const { app } = this;
    return h(
      'div',
      { class: 'card-body' },
      this.status(row, record),
      h('h2', { dir: 'auto' }, app.words.title(row)),
      this.date(row, record),
      disputeBox(app, row, record),
      this.facts(row, record),
      quotes(app, row, record),
      sourcesLine(app, row),
      this.strip(row),
      this.why(record),
      actions(app, row, record),
      h(
        'p',
        { class: 'ids', dir: 'ltr' },
        [record.id, record.place_id, ...(record.articles ?? [])].filter(Boolean).join(' · '),
      ),
    );
  }

  status(row, record) {
    const { app } = this;
    const { data, say } = app;
    const status = data.dict.status[data.row.status[row]];
    const by = record.status_by;
    const bare = status === 'reported' && app.words.attackers(row).length ? 'reportedNamed' : `${status}Only`;
    const text = by ? say.t(`statusBy.${status}`, { by }) : say.t(`statusBy.${bare}`);
    return h(
      'p',
      { class: 'state' },
      glyph(app.glyphOf(row), 20),
      h('span', {}, h('b', {}, app.words.status(status)), ' ', bdi(text)),
    );
  }

  date(row, record) {
    const { app } = this;
    const { data, say } = app;
    const precision = data.dict.date_precision[data.row.date_precision[row]];
    const note = say.t(`datePrecision.${precision}`);
    const time = record.time_of_day
      ? `${say.t('comma')}${say.words.timeOfDay[record.time_of_day] ?? record.time_of_day}`
      : '';
    return [
      h('p', { class: 'when' }, daysOf(data, row) ? app.words.when(row, true) : note, time),
      daysOf(data, row) && note ? h('p', { class: 'quiet-text' }, note) : null,
      record.date_text ? h('p', { class: 'quiet-text' }, bdi(`“${record.date_text}”`)) : null,
    ];
  }

  facts(row, record) {
    const { app } = this;
    const { t } = app.say;
    const weapons = app.words.weapons(row).join(t('comma'));
    const launch = app.data.dict.launch[app.data.row.launch[row]][0];
    const entries = [
      ['where', this.where(row)],
      [
        'attacker',
        this.actors(app.words.attackers(row), this.attackerRole(row, record), this.actorSlot(row)),
      ],
      ['target', this.actors(app.words.targets(row), this.targetRole(row))],
      ['weapon', [weapons || h('span', { class: 'quiet-text' }, t('notSaid')), this.munitions(record)]],
      launch && ['launch', bdi(launch)],
      ['casualties', [casualtyLines(app, row), record.casualties_of ? quiet(record.casualties_of) : null]],
    ].filter(Boolean);
    return h(
      'dl',
      { class: 'facts' },
      entries.map(([name, value]) => [h('dt', {}, t(`card.${name}`)), h('dd', {}, value)]),
    );
  }

  /** How many were fired and how many stopped, where an article says. */
  munitions({ munitions: [low, high] = [], intercepted }) {
    const { t, number } = this.app.say;
    const most = high ?? low;
    const parts = [
      most && t('munitions', { n: low && low !== most ? `${number(low)}–${number(most)}` : number(most) }),
      intercepted && t('intercepted', { n: number(intercepted) }),
    ].filter(Boolean);
    return parts.length ? quiet(parts.join(' · ')) : null;
  }

  where(row) {
    const { app } = this;
    const { data, say, words } = app;
    const site = data.row.site[row];
    const around = words.around(site).join(say.t('comma'));
    return [
      h('b', { dir: 'auto' }, words.site(site)),
      around ? `${say.t('comma')}${around}` : '',
      h('br'),
      h('span', { class: 'quiet-text' }, app.precisionText(site)),
    ];
  }

  actors(names, role, slot = null) {
    if (!names.length) return this.app.say.t('notStatedLow');
    return [
      slot === null ? null : h('span', { class: `key slot-${slot}` }),
      names.map((name, i) => [i ? this.app.say.t('comma') : '', h('b', { dir: 'auto' }, name)]),
      role && [role].flat().length ? [h('br'), role] : null,
    ].flat(3);
  }

  /** The colour of the attacker, while colours stand for attackers. */
  actorSlot(row) {
    const { data } = this.app;
    return data.colour === 'actor' ? data.row.slot[row] : null;
  }

  attackerRole(row, record) {
    const { data, say } = this.app;
    const role = data.dict.attacker_role[data.row.attacker_role[row]];
    if (!role) return null;
    const bare = role === 'attributed' && !record.attacked_by;
    return h(
      'span',
      { class: role === 'suspected' ? 'inferred' : 'quiet-text' },
      bdi(say.t(`attackerRole.${role}${bare ? 'Only' : ''}`, { by: record.attacked_by })),
    );
  }

  targetRole(row) {
    const { data, say } = this.app;
    const inferred = data.dict.target_role[data.row.target_role[row]] === 'inferred';
    const held = heldThen(this.app, row);
    return [
      inferred ? h('span', { class: 'inferred' }, say.t('inferred')) : null,
      inferred && held.length ? h('br') : null,
      held.length
        ? h('span', { class: 'quiet-text' }, bdi(say.t('heldThen', { p: held.join(say.t('comma')) })))
        : null,
    ].filter(Boolean);
  }

  /** The other incidents of this place, in order of time. */
  strip(row) {
    const { app } = this;
    const site = app.data.row.site[row];
    const count = app.result.sites.count[site];
    if (count < 2) return null;
    const rows = latestAt(app, site, count);
    return h(
      'section',
      {},
      h('h3', {}, app.say.plural('at', count, { p: app.words.site(site) })),
      h(
        'div',
        { class: 'strip' },
        rows.map((each) => {
          const label = `${app.words.title(each)}, ${app.words.when(each)}`;
          const props = {
            type: 'button',
            title: label,
            'aria-label': label,
            'aria-current': each === row ? 'true' : null,
          };
          return h(
            'button',
            { ...props, on: { click: () => app.select(each) } },
            glyph(app.glyphOf(each), 16),
          );
        }),
      ),
    );
  }

  /** Confidence in place, date and attacker, in one line. */
  sureness(record) {
    const { say } = this.app;
    const parts = ['place', 'date', 'actor'].map(
      (of, i) => `${say.t(`sureOf.${of}`)}: ${say.t(`confidence.${record.confidence[i]}`)}`,
    );
    return `${say.t('facet.confidence')} – ${parts.join(' · ')}`;
  }

  why(record) {
    if (!record.why?.length && !record.confidence) return null;
    const lines = [...(record.why ?? []), record.confidence && this.sureness(record)].filter(Boolean);
    return h(
      'details',
      {},
      h('summary', {}, this.app.say.t('whyHere')),
      h(
        'ul',
        {},
        lines.map((line) => h('li', { dir: 'auto' }, line)),
      ),
    );
  }
}

/** The latest shown incidents of a site in order of time; a site with many is not sorted whole for them. */
function latestAt(app, site, count) {
  if (count <= SORTED) return app.parts.view.rowsAt({ sites: [[site]] }).slice(-STRIP);
  const sites = new Uint8Array(app.data.head.sites);
  sites[site] = 1;
  return Array.from(new Listing(app.data, app.result, { sites }).slice(0, STRIP)).reverse();
}
