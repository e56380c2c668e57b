import type { Check } from './check.js';
import { CHANGES_CHECKS } from './crm-changes-checks.js';
import { FAILURE_CHECKS } from './crm-failure-checks.js';
import { FORGET_CHECKS } from './crm-forget-checks.js';
import { PEOPLE_CHECKS } from './crm-people-checks.js';

/** What connectors that keep records are held against. */
export const CRM_CHECKS: readonly Check[] = [
  ...CHANGES_CHECKS,
  ...PEOPLE_CHECKS,
  ...FAILURE_CHECKS,
  ...FORGET_CHECKS,
];
