import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Timeline, ACCOUNT } from '../../world/testing.js';
import type { FileKind, Passport } from './command.js';
import { MAX_FILE } from './commands.js';
import { maskedPassport, wrongPassport } from './passport.js';
import { PASSPORT, SUBSCRIBER } from './testing.js';

const NEW: Passport = { ...PASSPORT, series: '4526', number: '000456', issuedAt: '2026-10-01' };
const OF = { account: ACCOUNT } as const;

async function begin(inForce = true): Promise<Timeline> {
  const line = await Timeline.begin({});
  await line.at(
    '2026-11-01',
    { do: 'account.open', ...OF },
    { do: 'card.set', ...OF, card: SUBSCRIBER, inForce, identity: 'VERIFIED' },
  );
  return line;
}

const store = (file: string, kind: FileKind, sha256 = file) =>
  ({
    do: 'file.store',
    ...OF,
    file,
    kind,
    fileName: `${file}.jpg`,
    mime: 'image/jpeg',
    size: 2048,
    sha256,
  }) as const;
const replace = (passport: Passport, files = ['a', 'b']) =>
  ({ do: 'passport.replace', ...OF, passport, files }) as const;
const papers = (line: Timeline) => line.world.peek(ACCOUNT)?.documents ?? expect.fail('no documents');

describe('documents', () => {
  it('keep the old passport in force until the new one is approved (DOC-3)', async () => {
    const line = await begin();
    await line.at('2026-11-02', store('a', 'PASSPORT_MAIN'), store('b', 'PASSPORT_REG'), replace(NEW));
    expect(papers(line).card?.passport).to.deep.equal(PASSPORT);
    expect(papers(line).files.map(({ state }) => state)).to.deep.equal(['IN_REVIEW', 'IN_REVIEW']);
    const request = `${ACCOUNT}-R1`;
    await line.at('2026-11-03', { do: 'request.decide', ...OF, request, state: 'APPROVED' });
    expect(papers(line).card?.passport).to.deep.equal(NEW);
    expect(papers(line).files.map(({ state }) => state)).to.deep.equal(['ACCEPTED', 'ACCEPTED']);
  });

  it('have one open replacement of a passport at a time (DOC-8)', async () => {
    const line = await begin();
    await line.at('2026-11-02', store('a', 'PASSPORT_MAIN'), store('b', 'PASSPORT_REG'), replace(NEW));
    await line.at('2026-11-02', store('c', 'PASSPORT_MAIN'), store('d', 'PASSPORT_REG'));
    expect(await line.refusal(replace(NEW, ['c', 'd']))).to.equal('REQUEST_ALREADY_OPEN');
    await line.at('2026-11-02', { do: 'request.withdraw', ...OF, request: `${ACCOUNT}-R1` });
    expect(papers(line).files.find(({ id }) => id === 'a')?.state).to.equal('STORED');
    expect(await line.refusal(replace(NEW, ['c', 'd']))).to.equal(null);
  });

  it('need both spreads and a passport that can be (DOC-3)', async () => {
    const line = await begin();
    await line.at('2026-11-02', store('a', 'PASSPORT_MAIN'), store('b', 'PASSPORT_REG'));
    expect(await line.refusal(replace(NEW, ['a']))).to.equal('NOT_VERIFIED');
    expect(await line.refusal(replace(PASSPORT))).to.equal('NOT_VERIFIED');
    expect(await line.refusal(replace({ ...NEW, issuedAt: '2026-11-03' }))).to.equal('DATE_INVALID');
    expect(papers(line).requests).to.deep.equal([]);
  });

  it('suspend the numbers after 15 days without an answer, until the data are approved (DOC-4)', async () => {
    const line = await begin();
    const locks = () => Object.keys(line.world.peek(ACCOUNT)?.locks ?? {});
    await line.at('2026-11-02', { do: 'identity.ask', ...OF });
    await line.at('2026-11-17T23:59:59');
    expect(locks()).to.deep.equal([]);
    await line.at('2026-11-18');
    expect(locks()).to.deep.equal(['VERIFICATION']);
    // What is sent in late is looked at, but only the approval lifts the lock.
    await line.at('2026-11-19', store('a', 'PASSPORT_MAIN'), store('b', 'PASSPORT_REG'), replace(NEW));
    expect(locks()).to.deep.equal(['VERIFICATION']);
    await line.at('2026-11-20', { do: 'request.decide', ...OF, request: `${ACCOUNT}-R1`, state: 'APPROVED' });
    expect(locks()).to.deep.equal([]);
  });

  it('give files back for more, and let go only of what nobody checks (DOC-6)', async () => {
    const line = await begin();
    await line.at('2026-11-02', store('a', 'APPLICATION'), store('b', 'OTHER'), store('c', 'OTHER'));
    await line.at('2026-11-02', {
      do: 'request.submit',
      ...OF,
      kind: 'NAME_CHANGE',
      text: 'Петрова Анна Сергеевна',
      files: ['a'],
    });
    const request = `${ACCOUNT}-R1`;
    const remove = (file: string) => ({ do: 'file.delete', ...OF, file }) as const;
    expect(await line.refusal(remove('a'))).to.equal('REQUEST_ALREADY_OPEN');
    expect(await line.refusal(remove('c'))).to.equal(null);
    await line.at('2026-11-03', { do: 'request.decide', ...OF, request, state: 'NEED_MORE', reason: 'Нужна справка' });
    await line.at('2026-11-03', { do: 'request.supply', ...OF, request, files: ['b'] });
    expect(papers(line).requests[0]).to.deep.include({ state: 'SUBMITTED', files: ['a', 'b'], reason: null });
    await line.at('2026-11-04', { do: 'request.decide', ...OF, request, state: 'APPROVED' });
    expect(papers(line).card?.fullName).to.equal('Петрова Анна Сергеевна');
    expect(await line.refusal(remove('a'))).to.equal('FORBIDDEN');
    expect(await line.refusal({ do: 'request.withdraw', ...OF, request })).to.equal('CHANGE_NOT_CANCELLABLE');
  });

  it('warn of the same file, and hold the limit of size', async () => {
    const line = await begin();
    await line.at('2026-11-02', store('a', 'OTHER', 'same'));
    expect(await line.at('2026-11-02', store('b', 'OTHER', 'same'))).to.deep.equal({ file: 'b', duplicateOf: 'a' });
    expect(await line.refusal({ ...store('c', 'OTHER'), size: MAX_FILE + 1 })).to.equal('FILE_TOO_LARGE');
    expect(await line.refusal({ ...store('c', 'OTHER'), size: 0 })).to.equal('FILE_EMPTY');
  });

  it('close the card once the contract is in force (DOC-2), and write down who looked (DOC-7)', async () => {
    const edit = { do: 'card.edit', ...OF, regAddress: 'Тверь' } as const;
    expect(await (await begin()).refusal(edit)).to.equal('CARD_READ_ONLY');
    const line = await begin(false);
    expect(await line.refusal(edit)).to.equal(null);
    expect(papers(line).card?.regAddress).to.equal('Тверь');
    await line.at('2026-11-02', { do: 'card.reveal', ...OF });
    expect(papers(line).views).to.have.length(1);
  });

  it('give fifteen days to confirm the data (DOC-4)', async () => {
    const line = await begin();
    await line.at('2026-11-23', { do: 'identity.ask', ...OF });
    expect(papers(line)).to.deep.include({ identity: 'UPDATE_REQUIRED', confirmBy: '2026-12-08' });
    await line.at('2026-11-23', store('a', 'PASSPORT_MAIN'), store('b', 'PASSPORT_REG'), replace(NEW));
    expect(papers(line).identity).to.equal('IN_REVIEW');
  });
});

describe('a passport', () => {
  const now = { today: '2026-11-23', birthDate: '1981-03-02', current: PASSPORT };
  it('is checked field by field', () => {
    expect(wrongPassport(NEW, now)).to.equal(null);
    expect(wrongPassport({ ...NEW, series: '45 26' }, now)).to.equal('series');
    expect(wrongPassport({ ...NEW, number: '00045' }, now)).to.equal('number');
    expect(wrongPassport({ ...NEW, deptCode: '770000' }, now)).to.equal('deptCode');
    expect(wrongPassport({ ...NEW, issuedAt: '2026-02-30' }, now)).to.equal('issuedAt');
    expect(wrongPassport({ ...NEW, issuedBy: ' ' }, now)).to.equal('issuedBy');
  });
  it('is not issued before fourteen', () => {
    const young = { ...now, birthDate: '2012-10-02' };
    expect(wrongPassport(NEW, young)).to.equal('issuedAt');
    expect(wrongPassport({ ...NEW, issuedAt: '2026-10-02' }, young)).to.equal(null);
  });
  it('is masked', () => {
    expect(maskedPassport(PASSPORT)).to.equal('45** ***123');
  });
});
