/** Exact days, and how fast and how to play: behind the period's name. */

import { h } from './dom.js';
import { fromIso, toIso } from './days.js';

const SPEEDS = [1, 2, 4];

export class TimeOptions {
  constructor(app, opener) {
    Object.assign(this, { app, opener });
    const { t } = app.say;
    const field = (label) => h('input', { type: 'date', 'aria-label': label });
    this.from = field(t('from'));
    this.to = field(t('to'));
    this.speeds = SPEEDS.map((speed) =>
      h('button', { type: 'button', on: { click: () => this.setSpeed(speed) } }, `×${speed}`),
    );
    this.growing = h('input', {
      type: 'checkbox',
      on: { change: () => (app.play.growing = this.growing.checked) },
    });
    this.box = h(
      'form',
      {
        class: 'time-options',
        hidden: true,
        'aria-label': t('exactDays'),
        on: { submit: (event) => this.apply(event) },
      },
      h('label', {}, t('from'), ' ', this.from),
      h('label', {}, t('to'), ' ', this.to),
      h('button', { type: 'submit', class: 'btn' }, t('apply')),
      h('span', { class: 'seg', role: 'group', 'aria-label': t('speed') }, this.speeds),
      h('label', { class: 'switch' }, this.growing, ' ', t('growing')),
    );
    opener.setAttribute('aria-expanded', 'false');
    opener.title = t('exactDays');
    opener.addEventListener('click', () => this.toggle());
    this.setSpeed(app.play.speed);
  }

  get open() {
    return !this.box.hidden;
  }

  toggle(open = this.box.hidden) {
    const { state, data } = this.app;
    this.box.hidden = !open;
    this.opener.setAttribute('aria-expanded', String(open));
    if (!open) return;
    const [from, to] = [state.from ?? data.firstDay, state.to ?? data.lastDay];
    this.from.value = from === null ? '' : toIso(from);
    this.to.value = to === null ? '' : toIso(to);
    this.growing.checked = this.app.play.growing;
    this.from.focus();
  }

  close() {
    this.toggle(false);
    this.opener.focus();
  }

  apply(event) {
    event.preventDefault();
    const days = [fromIso(this.from.value), fromIso(this.to.value)];
    if (days[0] !== null && days[1] !== null) days.sort((a, b) => a - b);
    this.app.update({ from: days[0], to: days[1], only: null });
  }

  setSpeed(speed) {
    this.app.play.setSpeed(speed);
    this.speeds.forEach((button, i) => button.setAttribute('aria-pressed', String(SPEEDS[i] === speed)));
  }
}
