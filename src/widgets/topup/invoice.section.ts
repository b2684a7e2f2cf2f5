import { errorOf, type LkError } from '../../api/errors.js';
import type { Money } from '../../money/format.js';
import { CommandController } from '../../ui/controllers/command.js';
import { saveFile } from '../../ui/parts/save.js';
import type * as orderViews from './order.view.js';
import type { SectionHost } from './section.js';
import { createInvoice, type Invoice } from './topup.data.js';

/** An invoice for a bank transfer and its file; the unpaid one of the same sum comes again. @see domain.md TOP-3 */
export class InvoiceSection {
  readonly #host: SectionHost;
  readonly #create;
  #saving: 'idle' | 'running' | LkError = 'idle';

  constructor(host: SectionHost) {
    this.#host = host;
    this.#create = new CommandController(host.element, createInvoice);
  }

  /** How the press that asks for an invoice stands. */
  get begin(): Pick<CommandController<unknown, unknown>, 'state' | 'error'> {
    return this.#create;
  }

  get current(): Invoice | undefined {
    return this.#create.value;
  }

  reset(): void {
    this.#saving = 'idle';
    this.#create.reset();
  }

  async ask(account: string, amount: Money): Promise<void> {
    if (await this.#create.run({ account, amount })) this.#host.focusResult();
  }

  render({ invoiceView }: typeof orderViews, invoice: Invoice): unknown {
    const words = this.#host.words();
    const saving = this.#saving;
    return invoiceView({
      invoice,
      words,
      downloading: saving === 'running',
      failure: typeof saving === 'string' ? null : words.t('downloadFailed', { reason: this.#host.describe(saving) }),
      download: () => void this.#download(invoice.id),
      finish: this.#host.finish,
    });
  }

  async #download(invoice: string): Promise<void> {
    const { session, scope } = this.#host.element.scoped;
    if (!session || !scope || this.#saving === 'running') return;
    this.#save('running');
    try {
      const path = { account: scope.account, invoice };
      const { signal } = session;
      const file = await session.client.blob('/v1/accounts/{account}/invoices/{invoice}/file', { path, signal });
      saveFile(file, `${invoice}.pdf`);
      this.#save('idle');
    } catch (reason) {
      this.#save(errorOf(reason, false));
    }
  }

  #save(saving: 'idle' | 'running' | LkError): void {
    this.#saving = saving;
    this.#host.element.requestUpdate();
  }
}
