import { AccountPath, Id } from './common.js';
import { body, read, write } from './route.js';
import {
  Explanation,
  UsageExport,
  UsageExportInput,
  UsageGroups,
  UsageGroupsQuery,
  UsagePage,
  UsageQuery,
} from './usage.js';

/** Detail of usage and fees. @see domain.md §4 */

export const listUsage = read(
  {
    path: '/v1/accounts/{account}/usage',
    tag: 'Usage',
    summary: 'Detail by service and period, newest first',
    answer: UsagePage,
  },
  { params: AccountPath, query: UsageQuery },
);

export const groupUsage = read(
  {
    path: '/v1/accounts/{account}/usage-groups',
    tag: 'Usage',
    summary: 'Sums of the detail by day, month or destination',
    answer: UsageGroups,
  },
  { params: AccountPath, query: UsageGroupsQuery },
);

export const explainUsage = read(
  {
    path: '/v1/accounts/{account}/usage/{id}/explanation',
    tag: 'Usage',
    summary: 'Why an event costs what it costs',
    answer: Explanation,
  },
  { params: AccountPath.extend({ id: Id.openapi({ param: { name: 'id', in: 'path' } }) }) },
);

export const exportUsage = write(
  'post',
  {
    path: '/v1/accounts/{account}/usage-exports',
    tag: 'Usage',
    summary: 'Announce that the detail is taken away as a file: it is confirmed and written down (DET-8, ADM-8)',
    answer: UsageExport,
  },
  { params: AccountPath, body: body(UsageExportInput) },
);
