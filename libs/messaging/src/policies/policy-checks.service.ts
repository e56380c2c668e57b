import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CheckContext, ContentTypeRegistry } from '@parcours/content';
import { type Finding, isJsonObject, type JsonObject, pointer } from '@parcours/kernel';
import { PluginHost } from '@parcours/plugin-host';

import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { CHANNEL_POLICY_TYPE } from './channel-policy.type.js';
import { POLICY_FINDINGS } from './policy-findings.rules.js';

const CODE = 'policies.connector-of-another-channel' satisfies keyof typeof POLICY_FINDINGS;

/** Holds the channels of policies against what the plugins of their connectors carry. */
@Injectable()
export class PolicyChecks implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly plugins: PluginHost,
  ) {}

  onModuleInit(): void {
    const { check } = this.types.hooksOf(CHANNEL_POLICY_TYPE.name);
    this.types.attach(CHANNEL_POLICY_TYPE.name, {
      check: async (document, context) => [
        ...((await check?.(document, context)) ?? []),
        ...this.channelFindings(document, context, ''),
        ...listOf(document['overrides']).flatMap((override, index) =>
          this.channelFindings(override, context, pointer('overrides', index)),
        ),
      ],
    });
  }

  private channelFindings({ channels }: JsonObject, { published }: CheckContext, at: string): Finding[] {
    return listOf(channels).flatMap(({ channel, connector }, index) => {
      if (typeof channel !== 'string' || typeof connector !== 'string') return [];
      const document = published.byKey(CONNECTOR_TYPE, connector)?.document;
      const type = document && this.plugins.connectorTypes().find((each) => each.type === document.type);
      // Nothing is known of a connector that is not published, or whose plugin is not loaded.
      if (!type || type.channel === channel) return [];
      const carries = type.channel === undefined ? 'carries no messages' : `carries ${type.channel}`;
      return [
        {
          code: CODE,
          severity: 'error' as const,
          pointer: at + pointer('channels', index, 'connector'),
          message: `The connector ${connector} ${carries}, not ${channel}.`,
          suggestion: `Name a connector for ${channel}, or the channel that this one carries.`,
        },
      ];
    });
  }
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
