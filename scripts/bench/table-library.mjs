/** The list that a library makes of plain rows; beside the widget only where it is installed, see `LIBRARY` of table.mjs. */
import { html, render } from 'lit';
import { virtualize } from '@lit-labs/virtualizer/virtualize.js';

const row = ({ time, peer, place, amount }) =>
  html`<div class="row"><span>${time}</span><span>${peer} ${place}</span><span>${amount}</span></div>`;

export function draw(scroller, data) {
  render(virtualize({ items: data, scroller: true, renderItem: row }), scroller);
}
