import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

interface Args {
  number?: string;
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Forwarding',
  component: 'lk-forwarding',
  parameters: { scene: { world: 'office' } },
  render: ({ number, account, locale }) =>
    html`<lk-forwarding
      number=${ifDefined(number)}
      account=${ifDefined(account)}
      locale=${ifDefined(locale)}
    ></lk-forwarding>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Conditions, each a sentence, and the path of a call. */
export const Conditions: Story = {};

/** One rule for all calls. */
export const Unconditional: Story = { args: { number: '+79990000102' } };

/** No rule yet: what forwarding is for. */
export const Empty: Story = { args: { number: '+79990000102' }, ...scene({ world: 'bare' }) };

/** The form of a condition: where to, after how long, for how much. */
export const Editing: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'lk-forwarding', '.sayline .btn'),
};

/** A target that is no telephone number. */
export const WrongTarget: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-forwarding', '.sayline .btn');
    await type(canvasElement, '12', 'lk-forwarding', '#target-CFNRY');
    await press(canvasElement, 'lk-forwarding', '.condf .btn.pri');
  },
};

/** Everything is switched off only after a question. */
export const AllOff: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'lk-forwarding', '.asofbar .btn'),
};

/** Landline numbers of a larger company. */
export const Company: Story = { args: { number: '+74950000110' }, ...scene({ world: 'demo' }) };

/** A list of sixty numbers to choose from. */
export const Huge: Story = scene({ world: 'huge' });

/** The shape of the answer. */
export const Pending: Story = scene({ world: 'office', fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ world: 'office', fault: 'error' });

/** The device has no network. */
export const Offline: Story = scene({ world: 'office', fault: 'offline' });

/** May look and not change. */
export const ReadOnly: Story = scene({ world: 'office', user: 'menedzher' });

/** An accountant without rights to telephony. */
export const Forbidden: Story = scene({ world: 'office', user: 'buhgalter' });

/** The network has been asked and has not answered yet: the switch turns, the old value stands. */
export const Changing: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'slow', route: 'PUT /v1/**', delay: 600_000 });
    await press(canvasElement, 'lk-forwarding', '.sayline .btn');
    await press(canvasElement, 'lk-forwarding', '.condf .btn.pri');
  },
};

/** Nobody knows yet whether the network has taken it: it is looked at, not sent again. */
export const Unknown: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'unconfirmed', route: 'PUT /v1/**' });
    await press(canvasElement, 'lk-forwarding', '.sayline .btn');
    await press(canvasElement, 'lk-forwarding', '.condf .btn.pri');
  },
};

/** The network does not take the target: said at the field, the old value stands. */
export const Refused: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-forwarding', '.sayline .btn');
    await type(canvasElement, '+7 999 000-01-01', 'lk-forwarding', '#target-CFNRY');
    await press(canvasElement, 'lk-forwarding', '.condf .btn.pri');
    await part(canvasElement, 'lk-forwarding', '#target-CFNRY[aria-invalid]');
  },
};

/** What to dial on the telephone for the same. */
export const Codes: Story = { play: ({ canvasElement }) => press(canvasElement, 'lk-forwarding', '.codes summary') };

/** The last data: newer ones could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-forwarding', '.two');
    becomeStale(id);
  },
};
