import { before, describe, it } from 'node:test';
import { z, type RouteConfig } from '@hono/zod-openapi';
import { expect } from 'chai';
import fc from '../testing/properties.js';
import { createApp } from './app.js';
import { openApiDocument, publicRoutes } from './contract/document.js';
import { Problem } from './contract/problem.js';
import { valueOf } from './testing/arbitrary.js';
import { newKey, testBackend, type TestBackend } from './testing/world.js';
import { Worlds } from './worlds.js';

/** Requests for each route; a longer run is asked for by the environment. */
const RUNS = Number(process.env['API_RANDOM_RUNS'] ?? 12);

const document = openApiDocument();
const unexpected: unknown[] = [];

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
  schema: z.record(z.string(), z.unknown()),
});
const Operation = z.object({
  parameters: z.array(Parameter).default([]),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })) })
    .optional(),
  responses: z.record(z.string(), z.unknown()),
});
const Paths = z.record(z.string(), z.record(z.string(), z.unknown()));

function operationOf(route: RouteConfig): z.infer<typeof Operation> {
  return Operation.parse(Paths.parse(document['paths'])[route.path]?.[route.method]);
}

const known: Readonly<Record<string, readonly string[]>> = {
  account: ['A1', 'A1', 'A1', 'A1', 'A1', 'A1', 'A1', 'B2', 'none'],
  number: ['+79990000001', '+79990000001', '+79990000002', '+79990000002', '89990000001', '+79990000009', '12'],
  month: ['2026-11', '2026-12', '2030-01'],
  id: ['call-1', 'in-1', 'foreign-1', 'none'],
  option: ['record', 'fmc', 'none'],
  user: ['owner', 'clerk', 'newcomer'],
};

/** A request for a route: path, query and body by the file's schemas. */
function requestFor(route: RouteConfig) {
  const operation = operationOf(route);
  const at = (place: string) => operation.parameters.filter((parameter) => parameter.in === place);
  const path = Object.fromEntries(
    at('path').map(({ name, schema }) => {
      const values = known[name];
      const other = valueOf(document, schema, 0, name);
      return [
        name,
        values === undefined
          ? other
          : fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: other }),
      ];
    }),
  );
  const query = Object.fromEntries(
    at('query').map(({ name, schema, required }) => {
      const value = valueOf(document, schema, 0, name);
      return [name, required ? value : fc.option(value, { nil: undefined, freq: 1 })];
    }),
  );
  const bodySchema = operation.requestBody?.content['application/json']?.schema;
  return fc.record({
    path: fc.record(path),
    query: fc.record(query),
    body: bodySchema === undefined ? fc.constant(undefined) : valueOf(document, bodySchema),
    user: fc.constantFrom('owner', 'owner', 'owner', 'owner', 'owner', 'owner', 'clerk', 'techie', 'stranger'),
  });
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What stays a part of the path, in whatever URL: none of `` `.` `..` does. */
const segment = (value: string) => (/^\.{0,2}$/.test(value) ? '%20' : encodeURIComponent(value));

function addressOf(
  route: RouteConfig,
  path: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) => segment(text(path[name])));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, text(value)] satisfies [string, string]],
    ),
  );
  return `${filled}?${search.toString()}`;
}

/** The schema that the contract has for an answer. */
function schemaFor(route: RouteConfig, status: number): z.ZodType | null {
  const response = route.responses[status];
  const content = response !== undefined && 'content' in response ? response.content : undefined;
  const media = content?.['application/json'];
  const schema = media !== undefined && 'schema' in media ? media.schema : null;
  return schema instanceof z.ZodType ? schema : null;
}

const served = new Set(
  createApp({ worlds: new Worlds(() => Promise.reject(new Error('no store'))), clients: [] }).routes.map(
    ({ method, path }) => `${method} ${path}`,
  ),
);

const routerPath = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

describe('any request to any route of the OpenAPI file', () => {
  let backend: TestBackend;
  before(async () => {
    backend = await testBackend({ onUnexpected: (error) => unexpected.push(error) });
  });

  const tokens = new Map<string, string>();
  const tokenOf = async (user: string) => {
    const token = tokens.get(user) ?? (await backend.token({ user })).token;
    tokens.set(user, token);
    return token;
  };

  it('finds a handler', () => {
    const unserved = publicRoutes
      .map(({ method, path }) => `${method.toUpperCase()} ${routerPath(path)}`)
      .filter((route) => !served.has(route));
    expect(unserved).to.deep.equal([]);
  });

  // Live streams never end and are tested apart.
  for (const route of publicRoutes.filter(({ path }) => !path.endsWith('/events'))) {
    it(`${route.method.toUpperCase()} ${route.path}`, async () => {
      const documented = new Set(Object.keys(operationOf(route).responses));
      await fc.assert(
        fc.asyncProperty(requestFor(route), async ({ path, query, body, user }) => {
          const response = await backend.app.request(addressOf(route, path, query), {
            method: route.method.toUpperCase(),
            headers: {
              Authorization: `Bearer ${await tokenOf(user)}`,
              'Idempotency-Key': newKey(),
              ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          });
          const type = response.headers.get('content-type') ?? '';
          const answer: unknown = type.includes('json') ? await response.json() : null;
          expect(unexpected.splice(0), 'a fault of the server').to.deep.equal([]);
          expect(documented, `status ${response.status} ${JSON.stringify(answer)}`).to.include(String(response.status));
          const schema = response.status >= 400 ? Problem : schemaFor(route, response.status);
          if (schema === null) return;
          expect(type).to.contain(response.status >= 400 ? 'application/problem+json' : 'application/json');
          // What the schema does not know is taken away by parsing: both must be the same.
          expect(schema.parse(answer)).to.deep.equal(answer);
        }),
        { numRuns: RUNS },
      );
    });
  }
});
