/** Codes of refusals: the catalogue of `domain.md` §15, with the HTTP status that belongs to each. */
export const ERROR_STATUS = {
  INSUFFICIENT_FUNDS: 402,
  ACCOUNT_BLOCKED_FINANCE: 409,
  ACCOUNT_BLOCKED_LIMIT: 409,
  ACCOUNT_BLOCKED_ADMIN: 409,
  NOT_VERIFIED: 409,
  ADDRESS_REQUIRED: 409,
  NUMBER_TAKEN: 409,
  RESERVATION_EXPIRED: 409,
  NUMBER_LIMIT_REACHED: 422,
  TARIFF_CHANGED_TODAY: 409,
  CHANGE_ALREADY_SCHEDULED: 409,
  CHANGE_NOT_CANCELLABLE: 409,
  SAME_TARIFF: 422,
  TARIFF_NOT_AVAILABLE: 422,
  TARIFF_WRONG_KIND: 422,
  DATE_IN_PAST: 422,
  DATE_INVALID: 422,
  SERVICE_CLOSED: 409,
  OPTION_INCOMPATIBLE: 409,
  PACKAGE_DUPLICATE: 409,
  QUOTE_EXPIRED: 409,
  RANGE_INVALID: 422,
  RANGE_TOO_LONG: 422,
  DETAIL_UNAVAILABLE: 503,
  AMOUNT_INVALID: 422,
  AMOUNT_OUT_OF_RANGE: 422,
  PAYMENT_FAILED: 402,
  PAYMENT_PENDING: 202,
  REFUND_EXCEEDS: 422,
  PROMISED_NOT_AVAILABLE: 409,
  PROMISED_ACTIVE: 409,
  PROMISED_QUOTA: 409,
  CURRENCY_MISMATCH: 422,
  ACCOUNT_EXISTS: 409,
  NUMBER_HAS_DEPENDENTS: 409,
  MMI_INVALID: 422,
  FORWARD_TARGET_INVALID: 422,
  FORWARD_SELF: 422,
  FORWARD_LOOP: 422,
  FORWARD_FORBIDDEN: 422,
  NO_REPLY_INVALID: 422,
  NETWORK_TIMEOUT: 504,
  SIM_BUSY: 409,
  SIM_NOT_FOUND: 404,
  ICCID_INVALID: 422,
  SIM_INACTIVE: 409,
  NUMBER_HAS_SIM: 409,
  NUMBER_NOT_MOBILE: 422,
  SIP_LIMIT: 409,
  SIP_IN_USE: 409,
  SIP_PARAM_INVALID: 422,
  FILE_TOO_LARGE: 413,
  FILE_TYPE: 415,
  FILE_EMPTY: 422,
  FILE_INFECTED: 422,
  FILE_PROTECTED: 422,
  REQUEST_ALREADY_OPEN: 409,
  CARD_READ_ONLY: 403,
  CONTACT_LIMIT: 409,
  CONTACT_EXISTS: 409,
  CONTACT_INVALID: 422,
  CODE_WRONG: 422,
  CODE_EXPIRED: 410,
  CODE_TOO_MANY: 429,
  THRESHOLD_INVALID: 422,
  FORBIDDEN: 403,
  SELF_CHANGE: 409,
  OWNER_REQUIRED: 409,
  LEVEL_EXCEEDED: 403,
  INVITE_EXISTS: 409,
  INVITE_EXPIRED: 410,
  REAUTH_REQUIRED: 401,
  OTP_REQUIRED: 401,
  IDEMPOTENCY_KEY_REUSED: 422,
  REQUEST_IN_PROGRESS: 409,
  VERSION_CONFLICT: 412,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UPSTREAM_UNAVAILABLE: 503,
} as const;

/** @see domain.md §15 */
export type ErrorCode = keyof typeof ERROR_STATUS;

/** What fills the placeholders of the catalogue's text: amounts as decimal strings, dates `YYYY-MM-DD`. */
export type RefusalParams = Readonly<Record<string, string>>;

/** A command that is refused. Nothing has changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ErrorCode,
    readonly params: RefusalParams = {},
  ) {
    super(code);
  }

  /** HTTP status of the code. */
  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Refuses the command that is being decided. */
export function refuse(code: ErrorCode, params: RefusalParams = {}): never {
  throw new Refusal(code, params);
}
