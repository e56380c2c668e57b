export { AuditErrors } from './audit.errors.js';
export { AuditApiModule, AuditModule } from './audit.module.js';
export { AppendOnlyCheck } from './retention/append-only-check.js';
export { AuditRetention } from './retention/audit-retention.js';
