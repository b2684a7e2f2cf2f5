import fc from 'fast-check';

/** Random requests made from the OpenAPI file: mostly what it allows, sometimes anything at all. */

type Schema = { readonly [key: string]: unknown };
type Document = { readonly [key: string]: unknown };

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function resolve(document: Document, schema: Schema): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  let node: unknown = document;
  for (const part of reference.replace('#/', '').split('/')) node = isSchema(node) ? node[part] : undefined;
  return isSchema(node) ? resolve(document, node) : {};
}

/** Values that programs stumble over. */
const nasty = fc.constantFrom<unknown>(
  null,
  '',
  0,
  -1,
  1e308,
  [],
  {},
  'null',
  '../../etc/passwd',
  '\u0000',
  '💥'.repeat(50),
  "'; drop table events; --",
  '{{constructor}}',
  '__proto__',
  'x'.repeat(5000),
);

const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: nasty },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const amounts = fc.constantFrom('0.00', '1.00', '60.00', '60.00', '100.00', '100', '-5.00', '0.001', '99999999999.99');
const days = fc.constantFrom(
  '2026-11-01',
  '2026-11-05',
  '2026-11-30',
  '2026-12-05',
  '2026-12-06',
  '2027-01-01',
  '2026-02-30',
  '9999-12-31',
);
const words = fc.constantFrom(
  'start',
  'plus',
  'gold',
  'sms50',
  'record',
  'fmc',
  'default',
  'today',
  '+79990000002',
  '+74950000001',
  '8970100000000000120',
  'a@example.org',
  '**21*+74950000001#',
  'A1',
  'x',
);

/** What a field of that name usually holds. */
const byName: Readonly<Record<string, readonly string[]>> = {
  to: ['plus', 'start'],
  service: ['CALL', 'CALL,SMS'],
  effective: ['default', 'today', '2026-12-20'],
  package: ['sms50', 'min300'],
  tariff: ['start', 'plus'],
  option: ['record', 'fmc'],
  target: ['+74950000001', '8 (495) 000-00-02', '112'],
  iccid: ['8970100000000000120', '8970100000000000138'],
  code: ['**21*+74950000001#', '##002#'],
  value: ['a@example.org', '+79160000001', '60.00'],
  number: ['+79990000001', '+79990000002'],
  clientId: ['in-process'],
  limit: ['1', '50', '500'],
  offset: ['0', '3'],
  year: ['2026'],
};

function textFor(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const pattern = String(schema['pattern'] ?? '');
  if (pattern.startsWith('^-?\\d') || pattern.startsWith('^\\d{1,12}(')) return amounts;
  if (pattern.includes('[A-Z]{3}')) return fc.constantFrom('RUB', 'RUB', 'RUB', 'RUB', 'RUB', 'EUR');
  if (schema['format'] === 'date') return days;
  if (pattern.includes('0[1-9]|1[0-2]')) return fc.constantFrom('2026-11', '2026-12', '2025-01', '2026-13');
  const hints = byName[name];
  if (hints !== undefined) {
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...hints) }, { weight: 1, arbitrary: words });
  }
  return fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: fc.string({ maxLength: 40 }) });
}

function plain(document: Document, given: Schema, depth: number, name: string): fc.Arbitrary<unknown> {
  const schema = resolve(document, given);
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices))
    return fc.oneof(...choices.filter(isSchema).map((choice) => valueOf(document, choice, depth + 1, name)));
  if (Array.isArray(schema['enum'])) return fc.constantFrom<unknown>(...(schema['enum'] as unknown[]));
  const [type] = [schema['type']].flat();
  switch (type) {
    case 'string':
      return textFor(schema, name);
    case 'integer':
    case 'number':
      return fc.integer({ min: -2, max: 60 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return depth > 4
        ? fc.constant([])
        : fc.array(valueOf(document, isSchema(schema['items']) ? schema['items'] : {}, depth + 1), { maxLength: 3 });
    case 'object':
      return objectOf(document, schema, depth);
    default:
      return anything;
  }
}

function objectOf(document: Document, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const value = valueOf(document, isSchema(property) ? property : {}, depth + 1, name);
      return [name, required.includes(name) ? value : fc.option(value, { nil: undefined })];
    }),
  );
  const whole = fc.record(fields);
  const extra = fc.tuple(whole, fc.constantFrom('extra', '__proto__', 'constructor'), anything);
  return fc.oneof(
    { weight: 24, arbitrary: whole },
    { weight: 1, arbitrary: extra.map(([value, name, more]) => ({ ...value, [name]: more })) },
  );
}

/** A value for a schema; about one in forty is something else altogether. */
export function valueOf(document: Document, schema: Schema, depth = 0, name = ''): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 39, arbitrary: plain(document, schema, depth, name) }, { weight: 1, arbitrary: anything });
}
