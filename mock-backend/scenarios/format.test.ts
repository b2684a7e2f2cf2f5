import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { FormatError, parseScenario } from './format.js';

const base = { scenario: 'a-b', title: 'T', start: '2026-11-01T00:00:00+03:00', steps: [] as unknown[] };
const at = '2026-11-02T00:00:00+03:00';

function problems(scenario: unknown): readonly string[] {
  try {
    parseScenario(typeof scenario === 'string' ? scenario : JSON.stringify(scenario), 'f.json');
    return [];
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return error.message.split('\n');
  }
}
const withStep = (step: object) => problems({ ...base, steps: [{ at, ...step }] });
const withTariff = (tariff: object) =>
  problems({ ...base, catalog: { tariffs: [{ code: 't', name: 't', ...tariff }] } });

describe('the format of scenarios', () => {
  it('takes every scenario of the project', () => {
    for (const folder of ['vectors/', 'worlds/demo/']) {
      const path = new URL(folder, import.meta.url);
      for (const name of readdirSync(path).filter((file) => file.endsWith('.json'))) {
        expect(problems(readFileSync(new URL(name, path), 'utf8')), name).to.deep.equal([]);
      }
    }
  });

  it('fills in the defaults of the top level', () => {
    const scenario = parseScenario(JSON.stringify(base), 'f.json');
    expect(scenario).to.deep.equal({
      ...base,
      rules: [],
      timezone: 'Europe/Moscow',
      currency: 'RUB',
      catalog: {},
    });
  });

  it('names the file, the place and what was expected', () => {
    expect(problems({ ...base, title: 7 })).to.deep.equal(['f.json: $.title expected a text that is not empty']);
    expect(problems({ ...base, start: undefined })).to.deep.equal([
      'f.json: $.start is missing: expected an instant with an offset, such as "2026-11-01T00:00:00+03:00"',
    ]);
    expect(withStep({ do: 'payment', account: '1', amount: 100, txn: 'p' })).to.deep.equal([
      'f.json: $.steps[0].amount expected an amount as a decimal string, such as "300.00"',
    ]);
    expect(problems('{"scenario": "a",\n  x}')[0]).to.match(/^f\.json: \$ \(line 2, column 3\) expected JSON: /);
    expect(problems('[]')).to.deep.equal(['f.json: $ expected an object']);
  });

  it('knows no other keys, anywhere', () => {
    expect(problems({ ...base, colour: 'red' })[0]).to.include('$ does not know "colour"');
    expect(problems({ ...base, catalog: { plans: [] } })[0]).to.include('$.catalog does not know "plans"');
    expect(problems({ ...base, catalog: { policy: { generous: true } } })[0]).to.include(
      '$.catalog.policy does not know "generous"',
    );
    expect(withTariff({ vat: true })[0]).to.include('$.catalog.tariffs[0] does not know "vat"');
    expect(withStep({ do: 'clock', to: 'x' })[0]).to.include('$.steps[0] does not know "to"');
    expect(withStep({ do: 'clock', expect: [{ get: 'invariants', account: '1', is: {} }] })[0]).to.include(
      '$.steps[0].expect[0] does not know "account"',
    );
  });

  it('knows every step and question by name', () => {
    expect(withStep({ do: 'pay' })[0]).to.include('$.steps[0].do expected one of account.open, number.add');
    expect(withStep({})[0]).to.include('$.steps[0].do is missing: expected one of');
    expect(withStep({ do: 'clock', expect: [{ get: 'balances', is: 1 }] })[0]).to.include(
      '$.steps[0].expect[0].get expected one of balance, statement',
    );
    expect(withStep({ do: 'clock', expect: [{ get: 'bills', account: '1' }] })[0]).to.include(
      '$.steps[0].expect[0].is is missing',
    );
    expect(withStep({ do: 'clock', error: 'NO_SUCH_CODE' })[0]).to.include('$.steps[0].error expected a code');
    expect(withStep({ do: 'as-user', user: 'u', step: { do: 'sim.bind', number: '123', iccid: '1' } })[0]).to.include(
      '$.steps[0].step.number expected a number in E.164',
    );
  });

  it('wants the steps in order of time, from the start on', () => {
    const steps = [
      { at: '2026-11-03T00:00:00+03:00', do: 'clock' },
      { at: '2026-11-02T23:59:59+03:00', do: 'clock' },
    ];
    expect(problems({ ...base, steps })[0]).to.include('$.steps[1].at expected an instant not before 2026-11-03');
    expect(problems({ ...base, steps: [{ at: '2026-10-31T00:00:00Z', do: 'clock' }] })[0]).to.include('of the start');
    expect(problems({ ...base, steps: [{ at: '2026-10-31T21:00:00Z', do: 'clock' }] })).to.deep.equal([]);
  });

  it('tells days, months, zones and currencies that do not exist', () => {
    expect(problems({ ...base, timezone: 'Europe/Atlantis' })[0]).to.include('$.timezone expected an IANA zone');
    expect(problems({ ...base, currency: 'RUR?' })[0]).to.include('$.currency expected an ISO 4217 code');
    expect(problems({ ...base, catalog: { taxes: [{ from: '2026-02-30', rate: '22' }] } })[0]).to.include('.from');
    expect(withStep({ do: 'correction', account: '1', amount: '1.00', reason: '', period: '2026-13' })[0]).to.include(
      '.period expected a month',
    );
    expect(withStep({ do: 'tariff.change', number: '+79990000001', to: 't', effective: 'soon' })[0]).to.include(
      '.effective expected "default", "today" or a day',
    );
  });

  it('wants prices that can be counted with', () => {
    const step = { fromSec: 0, price: '2.50', perSec: 60, incrementSec: 60 };
    const steps = (...list: object[]) => withTariff({ voice: [{ steps: list }] })[0];
    expect(steps(step)).to.equal(undefined);
    expect(steps({ ...step, price: '2.1234567' })).to.include('steps[0].price expected');
    expect(steps({ ...step, price: '-1' })).to.include('steps[0].price expected');
    expect(steps({ ...step, incrementSec: 0 })).to.include('steps[0].incrementSec expected a whole number of 1');
    expect(steps({ ...step, perSec: 1.5 })).to.include('steps[0].perSec expected a whole number');
    expect(steps({ ...step, fromSec: 10 })).to.include('steps[0].fromSec expected 0');
    expect(steps(step, { ...step, fromSec: 60 }, { ...step, fromSec: 60 })).to.include(
      'steps[2].fromSec expected more than 60',
    );
    expect(withTariff({ voice: [{ bands: [{ from: '24:00' }], steps: [step] }] })[0]).to.include('.from expected');
    expect(withTariff({ voice: [{ bands: [{ to: '24:00' }], steps: [step] }] })).to.deep.equal([]);
  });

  it('wants codes that are unique and lead somewhere', () => {
    expect(problems({ ...base, catalog: { options: [{ code: 'a' }, { code: 'a' }] } })[0]).to.include(
      '$.catalog.options[1].code expected a code of its own',
    );
    expect(withTariff({ packages: ['p'] })[0]).to.include('.packages[0] expected a code of the catalogue');
    expect(withTariff({ sms: [{ destinations: ['x'], price: '1' }] })[0]).to.include(
      '.sms[0].destinations[0] expected',
    );
  });
});
