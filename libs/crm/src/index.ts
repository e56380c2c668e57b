export * from './crm.errors.js';
export * from './crm.module.js';
export type { CrmSyncDocument } from './declaration/crm-sync.js';
export { CRM_FINDINGS, CRM_SYNC_TYPE } from './declaration/crm-sync.type.js';
