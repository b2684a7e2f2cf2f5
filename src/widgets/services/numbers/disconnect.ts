import { CommandController } from '../../../ui/controllers/command.js';
import { ResourceController } from '../../../ui/controllers/resource.js';
import { openConfirm } from '../../../ui/parts/confirm.js';
import { disconnectNumber, type DisconnectPreview, type NumberItem, previewQuery } from '../data.js';
import { accountOf, carryOut, type ServicesHost } from '../host.js';
import { LkServiceChangedEvent } from '../services.events.js';

/** Id of the dialog. */
export const DISCONNECT = 'disconnect';

/** Disconnecting a number: what goes with it is read before, and the last four digits are typed. @see domain.md SRV-57 */
export class Disconnection {
  readonly preview: ResourceController<DisconnectPreview>;
  readonly command: CommandController<
    { account: string; number: string; effective: 'today' | 'period-end' },
    NumberItem
  >;
  /** The number that is being asked about; `null`: the dialog is closed. */
  number: string | null = null;
  effective: 'today' | 'period-end' = 'period-end';
  digits = '';
  wrong = false;
  /** What became of it, to be said on the card. */
  done: NumberItem | null = null;
  readonly #host: ServicesHost;

  constructor(host: ServicesHost) {
    this.#host = host;
    this.preview = new ResourceController(host, () => {
      const account = accountOf(host);
      return account !== null && this.number !== null ? previewQuery({ account, number: this.number }) : null;
    });
    this.command = new CommandController(host, disconnectNumber);
  }

  open = async (number: string): Promise<void> => {
    this.number = number;
    this.effective = 'period-end';
    this.digits = '';
    this.wrong = false;
    this.done = null;
    this.command.reset();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#host.shadowRoot) openConfirm(this.#host.shadowRoot, DISCONNECT);
  };

  set = (change: { effective?: 'today' | 'period-end'; digits?: string }): void => {
    this.effective = change.effective ?? this.effective;
    this.digits = change.digits ?? this.digits;
    this.wrong = false;
    this.#host.requestUpdate();
  };

  /** The dialog closes: by a button, by Escape. */
  closed = (): void => {
    this.number = null;
    this.#host.requestUpdate();
  };

  confirm = async (): Promise<void> => {
    const account = accountOf(this.#host);
    const { number, effective } = this;
    if (account === null || number === null) return;
    if (this.digits.trim() !== number.slice(-4)) {
      this.wrong = true;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#element('last-four')?.focus();
      return;
    }
    const done = await carryOut(
      this.#host,
      this.command,
      { account, number, effective },
      () => new LkServiceChangedEvent('disconnected', [number]),
    );
    if (done === undefined) return;
    this.done = done;
    const dialog = this.#element(DISCONNECT);
    if (dialog instanceof HTMLDialogElement) dialog.close();
  };

  #element(id: string): HTMLElement | null {
    return this.#host.shadowRoot?.getElementById(id) ?? null;
  }
}
