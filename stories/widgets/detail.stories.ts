import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, scene } from '../.storybook/scenes.js';
import { part, press } from '../.storybook/steps.js';

interface Args {
  view?: string;
  number?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Detail',
  component: 'lk-detail',
  argTypes: { view: { control: 'select', options: ['detail', 'detail:2026-10', 'detail:2026-10-28', 'summary'] } },
  render: ({ view, number, locale }) =>
    html`<lk-detail view=${ifDefined(view)} number=${ifDefined(number)} locale=${ifDefined(locale)}></lk-detail>`,
};
export default meta;
type Story = StoryObj<Args>;

/** The open month: what was used, what it cost, today apart. */
export const Detail: Story = { args: { view: 'detail' } };

/** A closed month; its total is that of the bill. Late records are named below it. */
export const LastMonth: Story = { args: { view: 'detail:2026-10' } };

/** One number. */
export const OneNumber: Story = { args: { view: 'detail', number: '+79990000102' } };

/** Why a call costs what it costs. */
export const Explained: Story = {
  args: { view: 'detail:2026-10' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-detail', '.ev:has(.q:not(:empty)) .rowbtn');
    await part(canvasElement, 'lk-detail', '.why .tree');
  },
};

/** The explanation did not come. */
export const ExplainedFailed: Story = {
  args: { view: 'detail:2026-10' },
  ...scene({ fault: 'error', route: 'GET /v1/accounts/{account}/usage/{id}/explanation' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-detail', '.rowbtn');
    await part(canvasElement, 'lk-detail', '.whybox .blank');
  },
};

/** Sums by destination; each opens its events. */
export const ByDestination: Story = {
  args: { view: 'detail:2026-10' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-detail', 'label:nth-child(4) [name=by]');
    await part(canvasElement, 'lk-detail', 'tr.group');
  },
};

/** The filter leaves nothing. */
export const NoneFound: Story = {
  args: { view: 'detail:2026-11-01' },
  play: async ({ canvasElement }) => {
    for (const chip of [1, 2, 3, 4, 5]) await press(canvasElement, 'lk-detail', `.chip:nth-child(${chip}) input`);
    await part(canvasElement, 'lk-detail', '.blank');
  },
};

/** A day on which nothing happened. */
export const Nothing: Story = { args: { view: 'detail:2026-07-15' } };

/** More was credited than charged. */
export const Negative: Story = { args: { view: 'detail' }, ...scene({ world: 'negative' }) };

/** Opened this morning. */
export const Empty: Story = { args: { view: 'detail' }, ...scene({ world: 'empty' }) };

/** Spending by month, charges above zero, credits below. */
export const Summary: Story = { args: { view: 'summary' } };

/** A month that earned more than it cost. */
export const SummaryNegative: Story = { args: { view: 'summary' }, ...scene({ world: 'negative' }) };

/** Two years side by side. */
export const SummaryOfYears: Story = { args: { view: 'summary' }, ...scene({ world: 'years' }) };

/** No month yet. */
export const SummaryEmpty: Story = { args: { view: 'summary' }, ...scene({ world: 'empty' }) };

/** The shape of the answer, without digits. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** The rows come late: their places are kept. */
export const RowsPending: Story = scene({ fault: 'never', route: 'GET /v1/accounts/{account}/usage' });

/** Some rows could not be loaded. */
export const RowsFailed: Story = scene({ fault: 'error', route: 'GET /v1/accounts/{account}/usage' });

/** An accountant without rights to the numbers. */
export const Forbidden: Story = scene({ user: 'buhgalter' });

/** The list of numbers did not load: everything else is there. */
export const Partial: Story = scene({ fault: 'error', route: 'GET /v1/accounts/{account}/numbers' });

/** The last detail: newer data could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-detail', '.ev:not([aria-busy])');
    becomeStale(id);
  },
};

/** A manager who may look and not take files away. */
export const ReadOnly: Story = scene({ user: 'menedzher' });

/** All rows are fetched before the browser prints. */
export const PrintCollecting: Story = {
  args: { view: 'detail:2026-10' },
  ...scene({ fault: 'never', route: 'GET /v1/accounts/{account}/usage' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-detail', '.ib');
    await part(canvasElement, 'lk-detail', '.job');
  },
};
