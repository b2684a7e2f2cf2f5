import type { Answer } from '../../api/client.js';
import type { Command } from '../../core/resource/command.js';
import type { Query } from '../../core/resource/query.js';

export type SimList = Answer<'/v1/accounts/{account}/sims'>;
export type Sim = SimList['items'][number];
export type SwapReason = 'CHANGE' | 'LOST';

interface Binding {
  readonly account: string;
  readonly number: string;
  readonly iccid: string;
}

const invalidates = ['sims', 'numbers'];

/** Cards of an account, bound and free. */
export const simsOf = (account: string): Query<SimList> => ({
  key: `sims:${account}`,
  tags: ['sims'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/sims', { path: { account }, signal }),
});

export const addSim: Command<{ account: string; iccid: string }, SimList> = {
  name: 'sim.add',
  invalidates,
  repeats: true,
  run: (client, { account, iccid }, options) =>
    client.post('/v1/accounts/{account}/sims', { path: { account }, json: { iccid }, ...options }),
};

export const bindSim: Command<Binding, SimList> = {
  name: 'sim.bind',
  invalidates,
  repeats: true,
  run: (client, { iccid, ...path }, options) =>
    client.put('/v1/accounts/{account}/numbers/{number}/sim', { path, json: { iccid }, ...options }),
};

/** One operation, so that the number is never without a card in between (SIM-6). */
export const swapSim: Command<Binding & { reason: SwapReason }, SimList> = {
  name: 'sim.swap',
  invalidates,
  repeats: true,
  run: (client, { iccid, reason, ...path }, options) =>
    client.post('/v1/accounts/{account}/numbers/{number}/sim/swap', { path, json: { iccid, reason }, ...options }),
};

export const unbindSim: Command<{ account: string; number: string }, SimList> = {
  name: 'sim.unbind',
  invalidates,
  repeats: true,
  run: (client, path, options) => client.delete('/v1/accounts/{account}/numbers/{number}/sim', { path, ...options }),
};

/** Who looks at the code that unlocks a card is written down (§7.2). */
export const revealPuk: Command<{ account: string; iccid: string }, { iccid: string; puk: string }> = {
  name: 'sim.puk',
  invalidates: ['users'],
  repeats: true,
  run: (client, path, options) => client.post('/v1/accounts/{account}/sims/{iccid}/puk', { path, ...options }),
};
