/**
 * Classes, sessions and types. Importing this registers nothing: `lk-widgets/define/bills.js` and its neighbours do.
 *
 * @packageDocumentation
 */
export { lk } from './core/session/lk.js';
export { createSession } from './core/session/session.js';
export { defineElement } from './core/registry/define.js';
export { sessionContext } from './core/session/context.js';
export { version } from './core/version.js';
export type {
  Appearance,
  AppearanceVariable,
  LkSession,
  SessionChange,
  SessionOptions,
  SessionState,
  TelemetryEvent,
  Token,
  TokenReason,
} from './core/session/types.js';
export type { Diagnosis } from './core/diagnose.js';
export { LkEvent } from './core/events/event.js';
export { type FieldError, isLkError, LkError, type LkErrorKind } from './api/errors.js';
export type { Answer, Client } from './api/client.js';
export type { components, paths } from './api/schema.js';
export { formatMoney, type Money, type MoneyParts } from './money/format.js';
export { type AmountError, parseAmount, type ParsedAmount } from './money/parse.js';
export type { Message, PluralForms, Strings } from './i18n/messages.js';

export { LkElement } from './ui/element.js';
export type { Status } from './ui/controllers/status.js';
export { LkErrorEvent, LkLoadedEvent, LkNavigateEvent, LkUnavailableEvent } from './ui/element.events.js';

export { LkSessionElement } from './widgets/session/session.js';
export { LkExpiredEvent, LkLogoutEvent } from './widgets/session/session.events.js';
export { LkBalance } from './widgets/balance/balance.js';
export { LkBills } from './widgets/bills/bills.js';
export { LkTopUpRequestedEvent } from './ui/topup-requested.js';
export { LkServices } from './widgets/services/services.js';
export { LkServiceChangedEvent } from './widgets/services/services.events.js';
export { LkDetail } from './widgets/detail/detail.js';
export { LkProducts } from './widgets/products/products.js';
export { LkCabinet } from './widgets/cabinet/cabinet.js';
export { LkAccountChangedEvent, LkPlaceChangedEvent } from './widgets/cabinet/cabinet.events.js';
export { LkDocuments } from './widgets/documents/documents.js';
export { LkDocumentsChangedEvent } from './widgets/documents/documents.events.js';
export { LkForwarding } from './widgets/forwarding/forwarding.js';
export { LkForwardingChangedEvent } from './widgets/forwarding/forwarding.events.js';
export { LkSim } from './widgets/sim/sim.js';
export { LkSimChangedEvent } from './widgets/sim/sim.events.js';
export { LkSip } from './widgets/sip/sip.js';
export { LkSipChangedEvent } from './widgets/sip/sip.events.js';
export { LkEquipment } from './widgets/equipment/equipment.js';
export { LkEquipmentSavedEvent } from './widgets/equipment/equipment.events.js';
export { LkTopUp } from './widgets/topup/topup.js';
export { LkPaymentRedirectEvent, LkPaymentSucceededEvent } from './widgets/topup/topup.events.js';
export { LkAlerts } from './widgets/alerts/alerts.js';
export { LkAlertsChangedEvent } from './widgets/alerts/alerts.events.js';
export { LkRoles } from './widgets/roles/roles.js';
export { LkRolesChangedEvent } from './widgets/roles/roles.events.js';
