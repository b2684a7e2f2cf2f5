import { errorMessages as errors } from '../../src/i18n/errors.js';
import type { Message, Strings } from '../../src/i18n/messages.js';
import { pseudo } from '../../src/i18n/pseudo.js';
import { messages as stepUp } from '../../src/ui/step-up/step-up.messages.js';
import { messages as alerts } from '../../src/widgets/alerts/alerts.messages.js';
import { messages as balance } from '../../src/widgets/balance/balance.messages.js';
import { messages as bills } from '../../src/widgets/bills/archive/archive.messages.js';
import { messages as cabinet } from '../../src/widgets/cabinet/cabinet.messages.js';
import { messages as detail } from '../../src/widgets/detail/detail.messages.js';
import { messages as documents } from '../../src/widgets/documents/documents.messages.js';
import { messages as equipment } from '../../src/widgets/equipment/equipment.messages.js';
import { messages as forwarding } from '../../src/widgets/forwarding/forwarding.messages.js';
import { messages as products } from '../../src/widgets/products/products.messages.js';
import { messages as roles } from '../../src/widgets/roles/roles.messages.js';
import { messages as services } from '../../src/widgets/services/services.messages.js';
import { messages as sim } from '../../src/widgets/sim/sim.messages.js';
import { messages as sip } from '../../src/widgets/sip/sip.messages.js';
import { messages as topup } from '../../src/widgets/topup/topup.messages.js';

const sets = [
  errors,
  stepUp,
  alerts,
  balance,
  bills,
  cabinet,
  detail,
  documents,
  equipment,
  forwarding,
  products,
  roles,
  services,
  sim,
  sip,
  topup,
];

/** All texts a third longer and with accents, as a host's own: what stays plain is not taken from a message file. */
export async function pseudoStrings(): Promise<Strings> {
  const ru: Record<string, Message> = {};
  for (const set of sets) {
    for (const [key, message] of Object.entries(pseudo(await set.load('ru')))) ru[`${set.widget}.${key}`] = message;
  }
  return { ru };
}
