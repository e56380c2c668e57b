import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CheckContext, ContentTypeRegistry } from '@parcours/content';
import { type Finding, isJsonObject, type JsonObject, pointer } from '@parcours/kernel';
import { CHANNEL_POLICY_TYPE, CONNECTOR_TYPE } from '@parcours/messaging';
import { PluginHost } from '@parcours/plugin-host';

import { TEAM_TYPE } from '../teams/team.type.js';
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
    this.checkPersons();
  }

  /** What a channel policy asks a person to do is held against the plugin as a step is. */
  private checkPersons(): void {
    const { check } = this.types.hooksOf(CHANNEL_POLICY_TYPE.name);
    this.types.attach(CHANNEL_POLICY_TYPE.name, {
      check: async (document, context) => [
        ...((await check?.(document, context)) ?? []),
        ...personsIn(document).flatMap(({ person, at }) =>
          actionFindings({ steps: { person: { ...person, type: 'action' } } }, (connector) =>
            this.actionsOf(connector, context),
          ).map((finding) => ({ ...finding, pointer: finding.pointer.replace(/^\/steps\/person/, at) })),
        ),
      ],
    });
  }

  private findings({ definition }: JsonObject, { published }: CheckContext): Finding[] {
    if (!isJsonObject(definition)) return [];
    const found = actionFindings(
      definition,
      (connector) => this.actionsOf(connector, { published }),
      (team) => published.byKey(TEAM_TYPE, team)?.document.members[0]?.key,
    );
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

  private actionsOf(connector: string, { published }: Pick<CheckContext, 'published'>) {
    const document = published.byKey(CONNECTOR_TYPE, connector)?.document;
    return document && this.offeredBy(document.type);
  }

  /** Nothing is known of a type whose plugin is not loaded. */
  private offeredBy(type: string): OfferedActions | undefined {
    const known = this.plugins.connectorTypes().find((each) => each.type === type);
    return (
      known && {
        names: Object.keys(known.actions),
        check: (action, input) => this.plugins.validateInput(type, action, input) ?? [],
        handOverOf: (action) => known.actions[action]?.handOver ?? [],
        outcomesOf: (action) => known.actions[action]?.outcomes,
      }
    );
  }
}

/** What a policy, and what its overrides ask persons to do, with JSON pointers. */
function personsIn({ care, overrides }: JsonObject): { person: JsonObject; at: string }[] {
  const own = isJsonObject(care) ? care['person'] : undefined;
  const others = Array.isArray(overrides)
    ? overrides.flatMap((override, index) =>
        isJsonObject(override)
          ? personsIn(override).map(({ person, at }) => ({ person, at: pointer('overrides', index) + at }))
          : [],
      )
    : [];
  return [...(isJsonObject(own) ? [{ person: own, at: pointer('care', 'person') }] : []), ...others];
}
