import type { Command } from '../../mock-backend/engine/command.js';
import type { World } from '../../mock-backend/world/world.js';

const account = '200417';
const [mobile, second] = ['+79990000101', '+79990000102'];

/** A working office: devices in three states, a spare SIM card, a PBX, somebody invited. */
export const office = (world: World): Promise<void> =>
  furnish(world, {
    devices: ['Ресепшен', 'Переговорная', 'Софтфон менеджера'],
    invited: 'Светлана Петрова',
    contacts: ['director@example.org', '+79160000170'],
  });

/** Every name as long as it may be: nothing may leave its place, nothing may be cut without a way to read it. */
export const longNames = (world: World): Promise<void> =>
  furnish(world, {
    devices: [
      'Переговорная на третьем этаже у окна, слева от л…',
      'Достопримечательностьпутеводительэнциклопедия1234',
      'Rindfleischetikettierungsueberwachungsaufgabenüb.',
    ],
    invited: 'Константинопольская-Александровская Аполлинария Мстиславовна, заместитель главного бухгалтера',
    contacts: [],
  });

/** Nothing is set up, but somebody may look at the money: he sees alerts and cannot change them. */
export async function bare(world: World): Promise<void> {
  await world.perform({ do: 'user.grant', account, user: 'auditor', product: 'CORE', level: 'USER' });
  await world.perform({ do: 'user.grant', account, user: 'auditor', product: 'BILLING', level: 'USER' });
  await world.perform({ do: 'alert.contact', account, value: 'director@example.org' });
}

/** Three profiles, each as far on its way as it can be; one of them in the number that had none. */
export async function esim(world: World): Promise<void> {
  const profiles = ['RELEASED', 'DOWNLOADED', 'ENABLED'] as const;
  const iccids = ['8970100000000000138', '8970100000000000146', '8970100000000000153'];
  for (const [index, profile] of profiles.entries()) {
    const iccid = iccids[index] ?? '';
    await world.perform({ do: 'sim.add', account, iccid, form: 'ESIM' });
    await world.perform({ do: 'sim.profile', account, iccid, profile });
  }
  await world.perform({ do: 'sim.bind', number: second, iccid: '8970100000000000146' });
}

interface Furniture {
  readonly devices: readonly string[];
  readonly invited: string;
  /** That codes and alerts are sent to. */
  readonly contacts: readonly string[];
}

async function furnish(world: World, { devices, invited, contacts }: Furniture): Promise<void> {
  const of = { account, number: mobile } as const;
  const order = { account, type: 'VPBX', tariff: 'office', resources: {} } as const;
  const created = devices.map((name): Command => ({ do: 'sip.create', ...of, name, type: 'DEVICE' }));
  const steps: readonly Command[] = [
    { do: 'sim.add', account, iccid: '8970100000000000138' },
    ...created,
    {
      do: 'sip.register',
      ...of,
      sip: `${account}-01`,
      outcome: 'OK',
      userAgent: 'Yealink SIP-T46U 108.86.0.20',
      ip: '203.0.113.7',
      expiresSec: 3600,
    },
    { do: 'forwarding.set', number: second, type: 'CFU', target: '+74950000110' },
    ...contacts.map((value): Command => ({ do: 'alert.contact', account, value })),
    {
      do: 'user.invite',
      account,
      contact: 'svetlana@example.org',
      name: invited,
      levels: { CORE: 'USER', BILLING: 'ADMIN' },
      numbers: null,
      secret: 'stories',
    },
  ];
  for (const step of steps) await world.perform(step);
  const quote = await world.perform({ do: 'product.quote', ...order });
  await world.perform({ do: 'product.connect', ...order, quote: String(quote['id']) });
}
