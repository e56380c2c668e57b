import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CheckContext, ContentTypeRegistry } from '@parcours/content';
import { type Finding, isJsonObject, type JsonObject } from '@parcours/kernel';
import { CONNECTOR_TYPE } from '@parcours/messaging';
import { PluginHost } from '@parcours/plugin-host';

import { actionFindings, type OfferedActions } from './action-findings.rules.js';
import { JOURNEY_TEMPLATE_TYPE } from './journey-template.type.js';
import { pluginStepFindings } from './plugin-step-findings.rules.js';

/** Holds the actions and the plugins' steps of journeys against what plugins offer, before they are published. */
@Injectable()
export class ActionChecks implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly plugins: PluginHost,
  ) {}

  onModuleInit(): void {
    const { check } = this.types.hooksOf(JOURNEY_TEMPLATE_TYPE.name);
    this.types.attach(JOURNEY_TEMPLATE_TYPE.name, {
      check: async (document, context) => [
        ...((await check?.(document, context)) ?? []),
        ...this.findings(document, context),
      ],
    });
  }

  private findings({ definition }: JsonObject, { published }: CheckContext): Finding[] {
    if (!isJsonObject(definition)) return [];
    const found = actionFindings(definition, (connector) => {
      const document = published.byKey(CONNECTOR_TYPE, connector)?.document;
      return document && this.offeredBy(document.type);
    });
    const { steps } = this.plugins;
    const ofPlugins = pluginStepFindings(definition, {
      all: steps.all(),
      check: (type, config) => steps.check(type, config),
    });
    return [...found, ...ofPlugins].map((finding) => ({
      ...finding,
      pointer: `/definition${finding.pointer}`,
    }));
  }

  /** Nothing is known of a type whose plugin is not loaded. */
  private offeredBy(type: string): OfferedActions | undefined {
    const known = this.plugins.connectorTypes().find((each) => each.type === type);
    return (
      known && {
        names: Object.keys(known.actions),
        check: (action, input) => this.plugins.validateInput(type, action, input) ?? [],
      }
    );
  }
}
