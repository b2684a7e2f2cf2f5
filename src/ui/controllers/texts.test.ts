import { expect, fixture, html } from '@open-wc/testing';
import { LkError } from '../../api/errors.js';
import { defineElement } from '../../core/registry/define.js';
import { until } from '../../testing/tiny-backend.js';
import { LkElement } from '../element.js';

class Asked extends LkElement {
  get sentence(): string {
    return this.describe(new LkError({ kind: 'network', code: 'NETWORK' }));
  }
  protected override render(): unknown {
    return html`<button>…</button>`;
  }
}
defineElement('lk-asked', Asked);

const fetched = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => /i18n\/errors\/ru/.test(name));

describe('sentences of errors', () => {
  it('are here before the network is gone: they come when somebody begins to use the element', async () => {
    const asked = await fixture(html`<lk-asked locale="ru"></lk-asked>`);
    if (!(asked instanceof Asked)) throw new Error('no element');
    expect(fetched()).to.equal(false);
    asked.shadowRoot?.querySelector('button')?.focus();
    await until(fetched, 'the sentences');
    await until(() => asked.sentence !== '', 'a sentence');
    expect(asked.sentence).to.equal('Нет связи с сервером. Проверьте подключение и повторите');
  });
});
