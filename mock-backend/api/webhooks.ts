/** What the payment provider tells us. @see domain.md PAY-2 */
import { z } from 'zod';
import { PROVIDER, type Webhook } from '../provider/app.js';
import { isSigned } from '../provider/signature.js';
import type { App } from './app.js';
import { fail } from './errors.js';
import { limitedText } from './middleware/limits.js';
import type { WallClock, Worlds } from './worlds.js';

const Body = z.strictObject({
  world: z.string().min(1).max(128),
  account: z.string().min(1).max(64),
  order: z.string().min(1).max(128),
  transaction: z.string().min(1).max(128),
  amount: z.string().max(32),
  currency: z.string().max(8),
  status: z.enum(['SUCCEEDED', 'FAILED', 'REVERSED']),
  reason: z.string().max(64).optional(),
});
const MAX_BYTES = 8_192;

/**
 * Takes signed webhooks: a repeat is a no-op that is answered like the first one, an unknown order is 404, another sum is held for
 * review and never posted. What is not signed is refused before anything is read of it.
 */
export function addWebhooks(app: App, worlds: Worlds, secret: string, wall: WallClock): void {
  app.post('/webhooks/payments', async (c) => {
    const text = await limitedText(c.req.raw, MAX_BYTES);
    if (!(await isSigned(secret, text, c.req.header('Provider-Signature'), wall()))) return fail('SIGNATURE_INVALID');
    const webhook = parse(text) ?? fail('BODY_INVALID');
    const host = worlds.get(webhook.world) ?? fail('NOT_FOUND');
    const world = await host.present();
    if (webhook.status === 'REVERSED') {
      const reversed = await world.perform({
        do: 'payment.reverse',
        provider: PROVIDER,
        txn: webhook.transaction,
      });
      host.touched();
      return c.json({ state: reversed['state'] ?? null, held: false });
    }
    const { reason } = webhook;
    const receipt = await world.perform({
      do: 'topup.settle',
      account: webhook.account,
      topup: webhook.order,
      provider: PROVIDER,
      txn: webhook.transaction,
      amount: webhook.amount,
      currency: webhook.currency,
      outcome: webhook.status,
      ...(reason === undefined ? {} : { reason }),
    });
    host.touched();
    return c.json({ state: receipt['state'] ?? null, held: receipt['held'] === true });
  });
}

function parse(text: string): Webhook | null {
  try {
    const { data } = Body.safeParse(JSON.parse(text));
    if (data === undefined) return null;
    const { reason, ...webhook } = data;
    return reason === undefined ? webhook : { ...webhook, reason };
  } catch {
    return null;
  }
}
