import { createRoute, z } from '@hono/zod-openapi';
import { AccountPath } from './common.js';
import { Account, AccountList, Me } from './me.js';
import { body, json, problem, read, readProblems, secured } from './route.js';
import { Token, TokenInput } from './tokens.js';

/** Tokens, the user behind one, his accounts, and what happens on them live. */

export const issueToken = createRoute({
  method: 'post',
  path: '/v1/tokens',
  tags: ['Session'],
  summary: 'A short-lived token for one user; called by the partner’s server',
  request: { body: body(TokenInput), headers: z.object({ 'accept-language': z.string().optional() }) },
  responses: {
    201: { description: 'The token', content: json(Token) },
    400: problem('The request cannot be read'),
    401: problem('Unknown client or wrong secret'),
    403: problem('The client may not have this'),
    404: problem('There is no such user or account'),
    413: problem('The body is too large'),
    415: problem('The body is not JSON'),
    422: problem('A value is not acceptable; `fields` names it'),
    429: problem('Too many requests'),
    503: problem('The billing system does not answer'),
  },
});

export const getMe = read(
  { path: '/v1/me', tag: 'Session', summary: 'The user, his accounts, and what he may do', answer: Me },
  {},
);

export const listAccounts = read(
  { path: '/v1/accounts', tag: 'Session', summary: 'Accounts this token opens', answer: AccountList },
  {},
);

export const getAccount = read(
  { path: '/v1/accounts/{account}', tag: 'Session', summary: 'One account', answer: Account },
  { params: AccountPath },
);

export const streamEvents = createRoute({
  method: 'get',
  path: '/v1/accounts/{account}/events',
  tags: ['Session'],
  summary: 'What changes on the account, as server-sent events',
  security: secured,
  request: {
    params: AccountPath,
    headers: z.object({
      'last-event-id': z.string().max(64).optional().openapi({
        description:
          'Resume after this event: answers about the account name the last one they know in the same header',
      }),
    }),
  },
  responses: {
    200: {
      description:
        'Events `day`, `balance`, `payment`, `lock`, `bill`, `alert`, `usage`, `order`, `forwarding`, `sim`, `users` say what to read again; `open` begins, `reset` means: everything. Data: `{account, type, at}`; ids are positions in the journal of the account',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...readProblems,
  },
});
