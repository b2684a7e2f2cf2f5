import { createRoute } from '@hono/zod-openapi';
import { AccountPath } from './common.js';
import { body, json, problem, readProblems, secured, write } from './route.js';
import { StepUp, StepUpCodeInput, StepUpConfirmation, StepUpProof, StepUpQuery } from './stepup.js';

/** Confirming a sensitive action. @see domain.md ADM-8 */

const step = '/v1/accounts/{account}/step-up';

export const getStepUp = createRoute({
  method: 'get',
  path: step,
  tags: ['Session'],
  summary: 'Where a code that confirms an action may be sent',
  security: secured,
  request: { params: AccountPath, query: StepUpQuery },
  responses: {
    200: { description: 'OK', content: json(StepUp) },
    304: { description: 'Not changed' },
    ...readProblems,
    410: problem('CODE_EXPIRED: the challenge was not made here, or too long ago'),
  },
});

export const sendStepUpCode = write(
  'post',
  { path: `${step}/code`, tag: 'Session', summary: 'Send a code that confirms an action', answer: StepUp },
  { params: AccountPath, body: body(StepUpCodeInput) },
);

export const confirmStepUp = write(
  'post',
  { path: `${step}/confirmation`, tag: 'Session', summary: 'Confirm an action by its code', answer: StepUpProof },
  { params: AccountPath, body: body(StepUpConfirmation) },
);
