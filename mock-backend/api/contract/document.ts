import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import * as connect from './connect.routes.js';
import * as documents from './documents.routes.js';
import * as money from './money.routes.js';
import * as people from './people.routes.js';
import * as products from './products.routes.js';
import { readHeaders } from './route.js';
import * as services from './services.routes.js';
import * as session from './session.routes.js';
import * as sip from './sip.routes.js';
import * as telephony from './telephony.routes.js';
import * as stepup from './stepup.routes.js';
import { tidy } from './tidy.js';
import * as topups from './topups.routes.js';
import * as usage from './usage.routes.js';

/** Routes of the public contract in the order of the file. */
export const publicRoutes: readonly RouteConfig[] = [
  session,
  money,
  topups,
  usage,
  services,
  connect,
  telephony,
  sip,
  products,
  documents,
  people,
  stepup,
].flatMap((subject) => Object.values(subject));

/** A reading with the headers that it may have: any text will do, so the router checks none. */
const withHeaders = (route: RouteConfig): RouteConfig =>
  304 in route.responses ? { ...route, request: { ...route.request, headers: readHeaders } } : route;

/**
 * The OpenAPI 3.1 description of `/v1`, from the same schemas that check requests and type the handlers.
 *
 * @returns A plain object; the same input gives the same bytes.
 */
export function openApiDocument() {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'Token of `POST /v1/tokens`: one user, chosen accounts, scopes and origin, 15 minutes',
  });
  for (const route of publicRoutes) app.openAPIRegistry.registerPath(withHeaders(route));
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'lk-widgets: self-care cabinet',
      version: '1.0.0',
      description:
        'What the widgets need of an operator. Amounts are decimal strings; days and months are those of the account’s time zone; ' +
        'problems are RFC 9457 documents with a `code` of the error catalogue.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/', description: 'The API address given to the session' }],
  });
  return tidy(document);
}
