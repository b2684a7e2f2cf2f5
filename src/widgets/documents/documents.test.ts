import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/documents.js';
import { SUBSCRIBER } from '../../../mock-backend/engine/documents/testing.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkDocuments } from './documents.js';

const OF = { account: '200417' } as const;
const text = (element: LkDocuments): string => (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
const find = <T extends Element>(element: LkDocuments, selector: string): T =>
  element.renderRoot.querySelector<T>(selector) ?? expect.fail(`no ${selector}`);
const press = async (element: LkDocuments, label: string): Promise<void> => {
  const buttons = [...element.renderRoot.querySelectorAll<HTMLElement>('button')];
  const named = buttons.find((one) => one.textContent?.trim() === label || one.getAttribute('aria-label') === label);
  (named ?? expect.fail(`no button «${label}»`)).click();
  await element.updateComplete;
};
const type = async (element: LkDocuments, selector: string, value: string): Promise<void> => {
  const input = find<HTMLInputElement>(element, selector);
  input.value = value;
  input.dispatchEvent(new Event('input'));
  await element.updateComplete;
};
const put = async (element: LkDocuments, selector: string, ...files: File[]): Promise<void> => {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const input = find<HTMLInputElement>(element, selector);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
};
const photo = (name: string, size = 4000, seed = 0): File => {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + seed) % 256);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return new File([bytes], name, { type: 'image/jpeg' });
};
const soon = { timeout: 10_000 };

describe('lk-documents', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  const papers = () => mounted.backend.host.world.peek('200417')?.documents ?? expect.fail('no documents');

  async function open(user = 'director'): Promise<LkDocuments> {
    mounted = await mountWithBackend({ scenario: OFFICE, user });
    await mounted.backend.host.world.perform({
      do: 'card.set',
      ...OF,
      inForce: true,
      identity: 'VERIFIED',
      card: SUBSCRIBER,
    });
    const element = await fixture<LkDocuments>(html`<lk-documents .session=${mounted.session}></lk-documents>`);
    return element;
  }
  const shown = async (element: LkDocuments) => {
    await waitUntil(() => element.renderRoot.querySelector('#files'), 'the drop-zone is shown', soon);
    return element;
  };

  it('masks the passport until it is asked for, and hides it again', async () => {
    const element = await shown(await open());
    expect(text(element)).to.contain('45** ***123').and.to.contain('Вы ещё не загружали документы');
    await expect(element).to.be.accessible();
    await press(element, 'Показать полностью');
    await waitUntil(() => text(element).includes('4509 000123'), 'the whole card', soon);
    expect(papers().views.at(-1)).to.include({ user: 'director', what: 'card' });
    await press(element, 'Скрыть');
    expect(text(element)).not.to.contain('4509 000123');
  });

  it('uploads, says so, and deletes after a question by name', async () => {
    const element = await shown(await open());
    const changed = oneEvent(element, 'lk-documents-changed');
    await put(element, '#files', photo('Фото.jpg', 600_000));
    await changed;
    await waitUntil(() => element.renderRoot.querySelectorAll('.file').length === 1, 'the file is listed', soon);
    await waitUntil(() => text(element).includes('Загружен'), 'its state is shown', soon);
    await expect(element).to.be.accessible();
    await press(element, 'Удалить «Фото.jpg»');
    await waitUntil(() => element.renderRoot.querySelector<HTMLDialogElement>('dialog')?.open);
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Оставить');
    await press(element, 'Удалить');
    await waitUntil(() => papers().files.length === 0, 'it is deleted', soon);
  });

  it('refuses by content before anything is sent', async () => {
    const element = await shown(await open());
    await put(
      element,
      '#files',
      new File([], 'empty.pdf'),
      new File(['MZ this program'], 'passport.jpg'),
      new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'big.pdf'),
      new File(['%PDF-1.7 trailer << /Encrypt 5 0 R >>'], 'locked.pdf'),
    );
    await waitUntil(() => element.renderRoot.querySelectorAll('.err').length === 4, 'four refusals', soon);
    await waitUntil(() => text(element).includes('Файл пуст'), 'sentences are loaded', soon);
    expect(text(element)).to.contain('Допустимы PDF, JPG, PNG, HEIC').and.to.contain('Файл защищён паролем');
    expect(mounted.requests.some((request) => request.includes('/uploads'))).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('goes on from where the connection was lost', async () => {
    const element = await shown(await open());
    const { network } = mounted.backend.fetch;
    network.latency = 30;
    await put(element, '#files', photo('Скан.jpg', 1_500_000));
    await waitUntil(() => mounted.requests.filter((one) => one.includes('/parts/')).length > 1, 'parts go', soon);
    network.offline = true;
    const alert = () => element.renderRoot.querySelector('.file [role=alert]')?.textContent ?? '';
    await waitUntil(() => alert().includes('Связь прервалась'), 'it waits, and readers hear it', soon);
    network.offline = false;
    const changed = oneEvent(element, 'lk-documents-changed');
    await press(element, 'Продолжить');
    await changed;
    expect(papers().files[0]).to.include({ fileName: 'Скан.jpg', size: 1_500_000 });
    expect(mounted.requests.filter((one) => one.endsWith('/parts/0'))).to.have.length(1);
  });

  it('gives up an upload', async () => {
    const element = await shown(await open());
    mounted.backend.fetch.network.latency = 100;
    await put(element, '#files', photo('Скан.jpg', 1_500_000));
    await press(element, 'Отменить загрузку «Скан.jpg»');
    await waitUntil(() => text(element).includes('Вы ещё не загружали документы'), 'the list is empty', soon);
    expect(papers().files).to.deep.equal([]);
  });

  it('leads to the first wrong field of a passport, sends it, and shows where it is', async () => {
    const element = await shown(await open());
    await press(element, 'Заменить паспорт');
    await press(element, 'Отправить на проверку');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.id).to.equal('series');
    expect(text(element)).to.contain('Четыре цифры').and.to.contain('Загрузите этот разворот');
    await expect(element).to.be.accessible();
    await type(element, '#series', '45 26');
    await type(element, '#number', '000456');
    await type(element, '#issuedAt', '2026-10-01');
    await type(element, '#issuedBy', '<b>МВД</b>');
    await type(element, '#deptCode', '770000');
    await put(element, '#main', photo('main.jpg', 4000, 1));
    await put(element, '#reg', photo('reg.jpg', 4000, 2));
    await waitUntil(() => text(element).includes('Выбран «reg.jpg»'), 'both are there', soon);
    await waitUntil(() => text(element).includes('Выбран «main.jpg»'), 'both are there', soon);
    await press(element, 'Отправить на проверку');
    await waitUntil(() => text(element).includes('Отозвать заявку'), 'it is tracked', soon);
    expect(papers().requests[0]?.passport).to.include({ series: '4526', deptCode: '770-000', issuedBy: '<b>МВД</b>' });
    expect(text(element)).to.contain('новый на проверке');
    await expect(element).to.be.accessible();
  });

  it('is not for who has no right to documents', async () => {
    const element = await open('buhgalter');
    await waitUntil(() => text(element).includes('Нет доступа к документам'), 'it says so', soon);
    expect(text(element)).not.to.contain('45**');
  });
});
