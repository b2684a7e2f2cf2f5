import { AccountPath } from './common.js';
import { body, read, write } from './route.js';
import { StepUp, StepUpCodeInput, StepUpConfirmation, StepUpProof, StepUpQuery } from './stepup.js';

/** Confirming a sensitive action. @see domain.md ADM-8 */

const step = '/v1/accounts/{account}/step-up';

export const getStepUp = read(
  { path: step, tag: 'Session', summary: 'Where a code that confirms an action may be sent', answer: StepUp },
  { params: AccountPath, query: StepUpQuery },
);

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
