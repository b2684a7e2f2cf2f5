import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type TestBackend, testBackend } from './testing/world.js';

const ICCID = '8970100000000000120';
const EXPORT = '/v1/accounts/A1/usage-exports';
const period = { from: '2026-11-01', to: '2026-11-30', format: 'CSV' } as const;

const last = ({ host }: TestBackend) => host.world.peek('A1')?.access.audit.at(-1);

describe('looking at what is secret', () => {
  it('shows the same PUK each time and writes down who looked (§7.2)', async () => {
    const backend = await testBackend();
    const look = (user: string) => backend.call('POST', `/v1/accounts/A1/sims/${ICCID}/puk`, { user });
    const one = await look('owner');
    expect(one.body['puk']).to.match(/^\d{8}$/);
    expect((await look('owner')).body['puk']).to.equal(one.body['puk']);
    expect(last(backend)).to.include({ action: 'sim.puk', actor: 'owner', target: '8970 1** *** *** 0120' });
    expect((await look('techie')).status).to.equal(403);
    expect((await look('clerk')).status).to.equal(404);
    const unknown = await backend.call('POST', '/v1/accounts/A1/sims/8970100000000000138/puk');
    expect(unknown.body.code).to.equal('SIM_NOT_FOUND');
    await backend.close();
  });

  it('confirms and writes down that the detail is taken away (DET-8, ADM-8)', async () => {
    const backend = await testBackend();
    const stale = await backend.call('POST', EXPORT, { fresh: false, body: period });
    expect([stale.status, stale.body.code]).to.deep.equal([401, 'REAUTH_REQUIRED']);
    expect(last(backend)?.action).to.not.equal('detail.export');
    expect((await backend.call('POST', EXPORT, { body: { ...period, number: '8 999 000-00-02' } })).status).to.equal(
      200,
    );
    expect(last(backend)).to.include({ action: 'detail.export', target: '+79990000002' });
    expect((await backend.call('POST', EXPORT, { user: 'clerk', body: period })).status).to.equal(404);
    await backend.close();
  });

  it('lists commands about documents in a section of their own', async () => {
    const backend = await testBackend();
    const card = { fullName: 'Anna', companyName: null, birthDate: null, inn: null, kpp: null, ogrn: null };
    const rest = { passport: null, regAddress: null, phone: null, email: null };
    await backend.host.world.perform({ do: 'card.set', account: 'A1', card: { ...card, ...rest }, inForce: true });
    expect((await backend.call('POST', '/v1/accounts/A1/papers/card/reveal')).status).to.equal(200);
    const { body } = await backend.call('GET', '/v1/accounts/A1/audit?subject=documents');
    expect(body['items']).to.be.an('array').with.lengthOf(1);
    expect(JSON.stringify(body['items'])).to.contain('card.reveal');
    // Whom the contract is with is named to those who may read the card.
    expect(JSON.stringify((await backend.call('GET', '/v1/accounts/A1/users')).body)).to.contain('"name":"Anna"');
    await backend.close();
  });
});
