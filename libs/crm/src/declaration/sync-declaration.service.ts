import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CheckContext, ContentTypeRegistry } from '@parcours/content';
import { type Finding, isJsonObject, type JsonObject, pointer } from '@parcours/kernel';
import { CONNECTOR_TYPE } from '@parcours/messaging';
import { PluginHost } from '@parcours/plugin-host';

import { CRM_SYNC_TYPE } from './crm-sync.type.js';

const CANNOT_FORGET: Finding = {
  code: 'crm.cannot-forget',
  severity: 'error',
  pointer: '/onErasure',
  message: 'The connector cannot delete people whose customers were erased.',
  suggestion: 'Leave it out, and delete them in the CRM by hand: `links.erased` of the status counts them.',
};

/** Holds syncs against what their connectors can do. */
@Injectable()
export class SyncDeclarations implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly plugins: PluginHost,
  ) {}

  onModuleInit(): void {
    const { check } = CRM_SYNC_TYPE;
    this.types.attach(CRM_SYNC_TYPE.name, {
      check: async (document, context) => [
        ...((await check?.(document, context)) ?? []),
        ...this.unable(document, context),
      ],
    });
  }

  /** A connector that is not there is a finding of the references already. */
  private unable({ connector, records, onErasure }: JsonObject, { published }: CheckContext): Finding[] {
    const found = typeof connector === 'string' ? published.byKey(CONNECTOR_TYPE, connector) : undefined;
    if (!found) return [];
    const { type } = found.document;
    const able = this.plugins.connectorTypes().find((known) => known.type === type)?.records;
    if (!able) {
      return [
        {
          code: 'crm.connector-without-records',
          severity: 'error',
          pointer: '/connector',
          message: `A connector of the type '${type}' keeps no records.`,
          suggestion: 'Name one whose type has `records` in GET /connector-types.',
        },
      ];
    }
    const kinds: readonly string[] = able.kinds;
    const mute: Finding[] = onErasure === 'forget' && able.forgets !== true ? [CANNOT_FORGET] : [];
    const unread = (Array.isArray(records) ? records : []).flatMap((line, at): Finding[] => {
      const named = isJsonObject(line) ? line['kind'] : undefined;
      const kind = typeof named === 'string' ? named : '';
      if (kinds.includes(kind)) return [];
      return [
        {
          code: 'crm.kind-unread',
          severity: 'error',
          pointer: pointer('records', at, 'kind'),
          message: `The connector reads no records of the kind '${kind}'.`,
          suggestion: `It reads ${kinds.join(', ')}.`,
        },
      ];
    });
    return [...mute, ...unread];
  }
}
