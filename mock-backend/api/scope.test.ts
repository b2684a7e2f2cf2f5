import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { z } from '@hono/zod-openapi';
import { testBackend, type TestBackend } from './testing/world.js';

const OWN = '+79990000002';
const OTHER = '+79990000001';
const CARD = '8970100000000000120';
const rub = (value: string) => ({ value, currency: 'RUB' });
const Items = z.object({ items: z.array(z.looseObject({})) });

describe('a user who sees one of two numbers (ADM-4)', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await testBackend();
    const levels = { CORE: 'USER', BILLING: 'ADMIN', TELEPHONY: 'ADMIN', VPBX: 'USER' } as const;
    await backend.host.world.perform({ do: 'user.change', account: 'A1', user: 'clerk', levels, numbers: [OWN] });
    await backend.host.world.perform({ do: 'sim.bind', number: OTHER, iccid: CARD });
  });
  after(() => backend.close());

  const get = (path: string, user = 'clerk') => backend.call('GET', `/v1/accounts/A1${path}`, { user });
  const read = async (path: string) => {
    const { status, body } = await get(path);
    expect(status, path).to.equal(200);
    expect(JSON.stringify(body), path).not.to.contain(OTHER);
    return body;
  };

  it('reads a statement of that number, with sums of its lines and no way to the balance of the contract', async () => {
    const statement = await read('/statement');
    expect(statement).to.deep.include({
      numbers: [OWN],
      charges: rub('304.00'),
      accruals: rub('0.00'),
      total: rub('304.00'),
      net: rub('249.18'),
      vat: rub('54.82'),
      reconciliation: null,
    });
    const whole = (await get('/statement', 'owner')).body;
    expect(whole).to.deep.include({ numbers: null, total: rub('604.00') });
    expect(whole['reconciliation']).not.to.equal(null);
  });

  it('reads bills of that number, without what is of the contract and without its papers', async () => {
    const ofContract = { opening: null, payments: null, closing: null, toPay: null, documents: [] };
    const page = await read('/bills');
    expect(page['numbers']).to.deep.equal([OWN]);
    expect(Items.parse(page).items[0]).to.deep.include({ month: '2026-11', total: rub('300.00'), ...ofContract });
    const bill = await read('/bills/2026-11');
    expect(bill).to.deep.include({ numbers: [OWN], total: rub('300.00'), net: rub('245.90'), ...ofContract });
    expect(Items.parse(await read('/documents')).items).to.deep.equal([]);
    expect((await get('/bills/2026-11/documents/BILL')).status).to.equal(404);
    expect((await get('/bills/2026-11', 'owner')).body).to.deep.include({ numbers: null, closing: rub('841.00') });
  });

  it('reads expenses by month of that number', async () => {
    const summary = await read('/summary');
    expect(summary).to.deep.include({ numbers: [OWN], total: rub('604.00'), accruals: rub('0.00') });
    expect((await get('/summary', 'owner')).body).to.deep.include({ total: rub('1263.00'), accruals: rub('-1.00') });
  });

  it('finds nothing of the other number, as if it were not there', async () => {
    expect(Items.parse(await read('/numbers')).items).to.have.lengthOf(1);
    const period = 'from=2026-11-01&to=2026-11-30';
    expect(Items.parse(await read(`/usage?${period}`)).items.map(({ number }) => number)).to.deep.equal([OWN]);
    for (const path of [
      `/numbers/${OTHER}`,
      `/numbers/${OTHER}/forwarding`,
      `/usage?${period}&number=${OTHER}`,
      `/bills/2026-11/explanation?number=${OTHER}&kind=CALLS`,
      '/bills/2026-11/explanation?kind=CORRECTION',
    ]) {
      expect((await get(path)).status, path).to.equal(404);
    }
    const [call] = Items.parse((await get(`/usage?${period}&number=${OTHER}`, 'owner')).body).items;
    expect((await get(`/usage/${String(call?.['id'])}/explanation`, 'owner')).status).to.equal(200);
    expect((await get(`/usage/${String(call?.['id'])}/explanation`)).status).to.equal(404);
  });

  it('finds no card that is in the other number, nor its code', async () => {
    expect(Items.parse(await read('/sims')).items).to.deep.equal([]);
    const puk = await backend.call('POST', `/v1/accounts/A1/sims/${CARD}/puk`, { user: 'clerk' });
    expect(puk).to.deep.include({ status: 404 });
    expect(puk.body.code).to.equal('SIM_NOT_FOUND');
  });
});
