import { defineErrors, errorOf } from '@parcours/kernel';

export const PluginErrors = defineErrors('plugins', {
  notFound: errorOf<{ plugin: string }>({
    code: 'plugins.not-found',
    status: 404,
    title: 'No such plugin',
    detail: ({ plugin }) => `No plugin '${plugin}' was found when the process started.`,
  }),
  notLoadable: errorOf<{ source: string; reason: string }>({
    code: 'plugins.not-loadable',
    status: 422,
    title: 'Plugin cannot be loaded',
    detail: ({ source, reason }) => `The plugin at ${source} failed while it was loaded: ${reason}`,
  }),
  malformed: errorOf<{ source: string; reason: string }>({
    code: 'plugins.malformed',
    status: 422,
    title: 'Plugin is malformed',
    detail: ({ source, reason }) => `The default export at ${source} is not a plugin: ${reason}.`,
  }),
  sdkMismatch: errorOf<{ plugin: string; wanted: string; present: string }>({
    code: 'plugins.sdk-mismatch',
    status: 422,
    title: 'Plugin was written for another SDK',
    detail: ({ plugin, wanted, present }) =>
      `The plugin '${plugin}' needs the SDK ${wanted}; this is ${present}.`,
  }),
  duplicateId: errorOf<{ plugin: string; source: string }>({
    code: 'plugins.duplicate-id',
    status: 409,
    title: 'Plugin id is taken',
    detail: ({ plugin, source }) => `The plugin '${plugin}' is already loaded from ${source}.`,
  }),
  connectorTypeUnknown: errorOf<{ type: string; known: readonly string[] }>({
    code: 'plugins.connector-type-unknown',
    status: 422,
    title: 'Unknown connector type',
    detail: ({ type, known }) =>
      `There is no connector type '${type}'; there are: ${known.join(', ') || 'none'}.`,
  }),
  configInvalid: errorOf<{ type: string }>({
    code: 'plugins.config-invalid',
    status: 422,
    title: 'Connector configuration is invalid',
    detail: ({ type }) => `The configuration does not fit the connector type '${type}'.`,
  }),
  configNotMigrated: errorOf<{ type: string; from: number; to: number; reason: string }>({
    code: 'plugins.config-not-migrated',
    status: 422,
    title: 'Connector configuration is of another version',
    detail: ({ type, from, to, reason }) =>
      `The configuration is of version ${String(from)}, and '${type}' of version ${String(to)} cannot read it: ${reason}. Enter it again.`,
  }),
  openFailed: errorOf<{ type: string; instanceKey: string; reason: string }>({
    code: 'plugins.open-failed',
    status: 502,
    title: 'Connector cannot be opened',
    detail: ({ type, instanceKey, reason }) =>
      `The connector '${instanceKey}' (${type}) did not open: ${reason}`,
    retryable: true,
  }),
  secretKeyMissing: errorOf<Record<string, never>>({
    code: 'plugins.secret-key-missing',
    status: 503,
    title: 'No key for secrets',
    detail: () => 'The configuration holds a secret, and no key to encrypt secrets with is configured.',
  }),
  secretUnreadable: errorOf<{ pointer: string }>({
    code: 'plugins.secret-unreadable',
    status: 422,
    title: 'Secret cannot be decrypted',
    detail: ({ pointer }) =>
      `The secret at ${pointer} was encrypted with another key, or is damaged; enter it again.`,
  }),
  secretNotStored: errorOf<{ pointer: string }>({
    code: 'plugins.secret-not-stored',
    status: 422,
    title: 'Secret is not stored',
    detail: ({ pointer }) => `The value at ${pointer} stands for a stored secret, and none is stored.`,
  }),
});
