/* global L */
/** Online tiles that the page was built with: off until a reader switches them on, and only then asked for. */

import { h } from './dom.js';

/** A switch beside the attribution; who made the tiles is named while they are shown. */
export function tileSwitch({ data, leaflet, say, tiles }, foot) {
  const asked = data.page.tiles;
  if (!asked) return tiles;
  const layer = tiles ?? makeLayer(asked);
  const credit = h(
    'span',
    { class: 'attribution tile-credit', dir: 'auto', hidden: true },
    asked.attribution,
  );
  const button = h(
    'button',
    {
      type: 'button',
      class: 'tile-switch link',
      title: say.t('tilesAsk', { host: asked.host }),
    },
    say.t('tiles', { name: asked.name }),
  );
  const show = () => {
    const on = leaflet.hasLayer(layer);
    button.setAttribute('aria-pressed', String(on));
    credit.hidden = !on;
  };
  button.addEventListener('click', () => {
    if (leaflet.hasLayer(layer)) layer.remove();
    else layer.addTo(leaflet);
    show();
  });
  foot.append(button, credit);
  show();
  return layer;
}

function makeLayer({ url, subdomains, max_zoom: finest }) {
  return L.tileLayer(url, {
    subdomains,
    maxNativeZoom: finest,
    maxZoom: 18,
    // OpenStreetMap's servers refuse who does not say where from; the page's own policy is to say nothing.
    referrerPolicy: 'origin',
  });
}
