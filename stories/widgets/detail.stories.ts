import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';

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
