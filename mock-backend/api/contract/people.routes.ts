import { AlertContactInput, AlertLog, AlertSettings, AlertThresholdsInput } from './alerts.js';
import { AccountPath, Id } from './common.js';
import { Product } from './me.js';
import { body, read, write } from './route.js';
import { GrantInput, UserList } from './users.js';

/** Alerts and users. @see domain.md §10, §11 */

export const getAlerts = read(
  { path: '/v1/accounts/{account}/alerts', tag: 'Alerts', summary: 'Thresholds and contacts', answer: AlertSettings },
  { params: AccountPath },
);

export const setAlertThresholds = write(
  'put',
  { path: '/v1/accounts/{account}/alerts', tag: 'Alerts', summary: 'Set the thresholds', answer: AlertSettings },
  { params: AccountPath, body: body(AlertThresholdsInput) },
);

export const addAlertContact = write(
  'post',
  { path: '/v1/accounts/{account}/alerts/contacts', tag: 'Alerts', summary: 'Add a contact', answer: AlertSettings },
  { params: AccountPath, body: body(AlertContactInput) },
);

export const getAlertLog = read(
  {
    path: '/v1/accounts/{account}/alerts/log',
    tag: 'Alerts',
    summary: 'What was sent, newest first',
    answer: AlertLog,
  },
  { params: AccountPath },
);

export const listUsers = read(
  {
    path: '/v1/accounts/{account}/users',
    tag: 'Users',
    summary: 'Users of the account and their levels',
    answer: UserList,
  },
  { params: AccountPath },
);

export const setGrant = write(
  'put',
  {
    path: '/v1/accounts/{account}/users/{user}/grants/{product}',
    tag: 'Users',
    summary: 'Set a user’s level on a product',
    answer: UserList,
  },
  {
    params: AccountPath.extend({
      user: Id.openapi({ param: { name: 'user', in: 'path' } }),
      product: Product.openapi({ param: { name: 'product', in: 'path' } }),
    }),
    body: body(GrantInput),
  },
);
