import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { testBackend, type TestBackend } from '../testing/world.js';
import { makePdf } from './pdf.node.js';

const path = '/v1/accounts/A1/bills/2026-11/documents';

describe('the document of a bill', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await testBackend({ makePdf });
  });
  const file = async (kind: string, headers: Record<string, string> = {}, user = 'owner') => {
    const { token } = await backend.token({ user });
    const response = await backend.fetch(`${path}/${kind}`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
    });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  it('is a PDF that names itself by the number of the bill', async () => {
    const { response, bytes } = await file('BILL');
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.equal('application/pdf');
    expect(response.headers.get('content-disposition')).to.equal('attachment; filename="bill-202612-0001.pdf"');
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).to.equal('%PDF-');
    expect(bytes.byteLength).to.be.greaterThan(10_000);
  });

  it('is the same to the byte each time it is made', async () => {
    const other = await testBackend({ makePdf });
    const { token } = await other.token({ user: 'owner' });
    const response = await other.fetch(`${path}/BILL`, { headers: { Authorization: `Bearer ${token}` } });
    expect(Buffer.compare((await file('BILL')).bytes, new Uint8Array(await response.arrayBuffer()))).to.equal(0);
  });

  it('speaks the language asked for', async () => {
    const english = await file('BILL', { 'Accept-Language': 'en' });
    expect(Buffer.compare(english.bytes, (await file('BILL')).bytes)).not.to.equal(0);
  });

  it('is listed with its size once it was made', async () => {
    await file('BILL');
    const { body } = await backend.call('GET', '/v1/accounts/A1/documents');
    const items = body['items'] as { document: { kind: string; state: string; size: number | null } }[];
    expect(items.map(({ document: { kind, state } }) => `${kind} ${state}`)).to.deep.equal(['BILL READY', 'ACT READY']);
    expect(items[0]?.document.size).to.be.greaterThan(10_000);
    expect(items[1]?.document.size).to.equal(null);
  });

  it('is not there for a kind the bill does not have, and not for those who may not download', async () => {
    expect((await file('RECEIPT')).response.status).to.equal(404);
    expect((await file('BILL', {}, 'clerk')).response.status).to.equal(403);
    expect((await file('BILL', {}, 'techie')).response.status).to.equal(404);
  });

  it('is told to be in the making, and to have failed', async () => {
    backend.faults.add({ kind: 'document-generating', route: '/v1/accounts/**', times: 1 });
    const making = await file('BILL');
    expect([making.response.status, making.response.headers.get('retry-after')]).to.deep.equal([202, '5']);
    backend.faults.add({ kind: 'document-failed', route: '/v1/accounts/**', times: 1 });
    expect((await file('BILL')).response.status).to.equal(503);
  });
});
