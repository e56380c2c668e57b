export { DEFAULT_CALL_LIMITS } from './calling/call-limits.js';
export type { CallLimits } from './calling/call-limits.js';
export { ConnectorHandle } from './calling/connector-handle.js';
export { redactSecrets, SecretBox } from './config/secret-box.js';
export { PluginHostModule } from './plugin-host.module.js';
export { PluginHost } from './plugin-host.service.js';
export type { ConnectorType, PluginHostOptions, PluginStatus } from './plugin-host.service.js';
export { PluginErrors } from './plugins.errors.js';
