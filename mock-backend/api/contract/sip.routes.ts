import { AccountPath, Id } from './common.js';
import { body, read, write } from './route.js';
import { SipAccount, SipInput, SipList, SipSecret, SipSettingsInput } from './sip.js';

/** SIP accounts and the settings of their devices. @see domain.md §7.3 */

const tag = 'SIP';
const list = '/v1/accounts/{account}/sip';
const SipPath = AccountPath.extend({ sip: Id.openapi({ param: { name: 'sip', in: 'path' } }) });

export const listSip = read(
  { path: list, tag, summary: 'SIP accounts of the account', answer: SipList },
  { params: AccountPath },
);

export const createSip = write(
  'post',
  {
    path: list,
    tag,
    summary: 'Create a SIP account; its password is in the answer and nowhere else',
    answer: SipSecret,
  },
  { params: AccountPath, body: body(SipInput) },
);

export const configureSip = write(
  'put',
  { path: `${list}/{sip}`, tag, summary: 'Set up the device of a SIP account', answer: SipAccount },
  { params: SipPath, body: body(SipSettingsInput) },
);

export const resetSipPassword = write(
  'post',
  { path: `${list}/{sip}/password`, tag, summary: 'Give a new password; registrations end', answer: SipSecret },
  { params: SipPath },
);

export const deleteSip = write(
  'delete',
  { path: `${list}/{sip}`, tag, summary: 'Delete a SIP account', answer: SipList },
  { params: SipPath },
);
