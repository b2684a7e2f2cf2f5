import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { StoreFailure } from '../store/port.js';
import { statusOf, type ProblemCode } from './codes.js';
import { failures, whileFailing } from './testing/refusals/failures.js';
import { money } from './testing/refusals/money.js';
import { orders } from './testing/refusals/orders.js';
import { people } from './testing/refusals/people.js';
import { Scene, type Answered, type Provocation } from './testing/refusals/scene.js';
import { telephony } from './testing/refusals/telephony.js';
import { transport } from './testing/refusals/transport.js';

const provocations: ReadonlyMap<string, Provocation> = new Map(
  Object.entries({ ...orders, ...money, ...telephony, ...people, ...transport }),
);

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const LIST = '../docs/errors.md';

/** Codes and statuses of the catalogue, as the owner's document has them: `A / B | 409/422 | texts`. */
function catalogue(): readonly (readonly [code: string, status: number])[] {
  const section = /^## 15\. Error catalogue.*?(?=^## )/ms.exec(read('../docs/domain.md'))?.[0] ?? '';
  return section.split('\n').flatMap((line): [string, number][] => {
    const [, codes = '', statuses = ''] = line.split('|').map((cell) => cell.trim());
    if (!/^[A-Z]/.test(codes)) return [];
    const each = statuses.split('/').map(Number);
    return codes.split(' / ').map((code, index): [string, number] => [code, each[index] ?? each[0] ?? Number.NaN]);
  });
}

/** The page of `docs/errors.md`. */
function list(): string {
  const rows = catalogue().map(([code, status]) => {
    const { request = '', when = '' } = provocations.get(code) ?? {};
    return `| ${code} | ${status} | ${when} | \`${request}\` |`;
  });
  return [
    '# Refusals',
    '',
    'Every code of [domain.md](domain.md) §15, and the request that provokes it in `api/refusals.test.ts`: through the whole router, with the',
    'status of the catalogue, and with nothing changed. Paths are those after `/v1/accounts/{account}`. The test keeps this page true.',
    '',
    '| code | HTTP | when | request |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '# Failures of the store',
    '',
    'Nothing is wrong with the request; the database is. Each answer has `Retry-After` in seconds, and nothing is ever done by half. A',
    'command that is sent again with the same body and the same `Idempotency-Key` is done once, however often it is sent (CC-17).',
    '',
    '| code | HTTP | when | request | what a client does |',
    '| --- | --- | --- | --- | --- |',
    ...failures.map(
      ({ code, status, when, request, remedy }) => `| ${code} | ${status} | ${when} | \`${request}\` | ${remedy} |`,
    ),
    '',
  ].join('\n');
}

const isCell = (row: string) => row.startsWith('|');
const cells = (page: string) =>
  page
    .split('\n')
    .filter(isCell)
    .map((row) => row.split('|').map((cell) => cell.trim().replace(/^-+$/, '---')));

describe('the catalogue of refusals', () => {
  it('is the same in the document and in the code', () => {
    expect(catalogue()).to.have.length.greaterThan(70);
    for (const [code, status] of catalogue())
      expect([code, statusOf(code as ProblemCode)]).to.deep.equal([code, status]);
  });

  it('has a provocation for each code, and none for what is no code', () => {
    const codes = catalogue().map(([code]) => code);
    expect([...provocations.keys()].sort()).to.deep.equal([...codes].sort());
  });

  it('is listed with them in docs/errors.md', () => {
    expect(cells(read(LIST)), `${LIST} should read:\n${list()}`).to.deep.equal(cells(list()));
  });

  for (const [code, status] of catalogue()) {
    const provocation = provocations.get(code);
    if (!provocation) continue;
    it(`${code}: ${provocation.when}`, async () => {
      const { given, refused, counted } = provocation;
      const scene = await Scene.open();
      try {
        const made = await given?.(scene);
        const before = await scene.state();
        const answer = await refused(scene, made as Answered);
        expect([answer.code, answer.status]).to.deep.equal([code, status]);
        expect(answer.body['detail']).to.be.a('string').and.not.contain('{');
        if (counted !== true) expect((await scene.state()) === before, 'nothing has changed').to.equal(true);
      } finally {
        await scene.backend.close();
      }
    });
  }
});

describe('a failure of the store', () => {
  for (const failure of failures) {
    it(`${failure.code}: ${failure.when}; and ${failure.remedy}`, async () => {
      const scene = await Scene.open();
      try {
        await scene.token();
        const failed = await whileFailing(scene, failure, () => failure.ask(scene));
        expect([failed.code, failed.status, failed.retryAfter]).to.deep.equal([failure.code, failure.status, '5']);
        const again = await failure.ask(scene);
        expect(again.status, again.code).to.be.lessThan(300);
        expect((await failure.ask(scene)).body['id']).to.equal(again.body['id']);
        const known = await scene.ask('GET', '/topups');
        expect(known.body['items']).to.have.length(failure.request.startsWith('POST') ? 1 : 0);
      } finally {
        await scene.backend.close();
      }
    });
  }

  it('leaves no doubt about a token: it is not there, and is asked for again', async () => {
    const scene = await Scene.open();
    const { store } = scene.backend.host;
    store.load = () => Promise.reject(new StoreFailure('unreachable', 'as the test wants it'));
    expect(await scene.token().catch(String)).to.equal('Error: no token for owner: Сервис временно недоступен');
    await scene.backend.close();
  });
});
