import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press } from '../.storybook/steps.js';

interface Args {
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Documents',
  component: 'lk-documents',
  render: ({ locale }) => html`<lk-documents locale=${ifDefined(locale)}></lk-documents>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Card, files with their states, a change of name in review, fifteen days to confirm the data. */
export const Documents: Story = {};

/** In English. */
export const English: Story = { args: { locale: 'en' } };

/** Nothing was uploaded yet, and the operator has not entered the card. */
export const Empty: Story = scene({ world: 'empty' });

/** The shape of the answer, without digits. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** A manager without rights to documents. */
export const Forbidden: Story = scene({ user: 'menedzher' });

/** The device has no network. */
export const Offline: Story = scene({ fault: 'offline' });

/** A new passport, sent before anything was filled in. */
export const Passport: Story = {
  ...scene({ world: 'postpaid' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-documents', '.side.a .btns .btn:last-child');
    await press(canvasElement, 'lk-documents', '.paper .btn.pri');
  },
};

/** An application, sent before anything was filled in. */
export const Application: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-documents', '.head .btn');
    await press(canvasElement, 'lk-documents', '.paper .btn.pri');
  },
};

/** Files on their way: one goes, one waits for the network, one cannot be sent. */
export const Uploading: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'slow', route: 'POST /v1/accounts/*/papers/uploads', delay: 600_000 });
    await choose(canvasElement, new File(['MZ'], 'Паспорт.jpg'), new File(['%PDF-1.7'], 'Заявление о смене имени.pdf'));
  },
};

/** The connection was lost in the middle: it goes on from there. */
export const Paused: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'offline', route: 'PUT /v1/accounts/*/papers/uploads/**' });
    await choose(canvasElement, new File([`%PDF-1.7${' '.repeat(600_000)}`], 'Договор.pdf'));
  },
};

async function choose(canvas: HTMLElement, ...files: readonly File[]): Promise<void> {
  const input = await part(canvas, 'lk-documents', '#files');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is no place for files.');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
}

/** The last data: newer ones could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-documents', '.pairs');
    becomeStale(id);
  },
};
