import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentTypeRegistry } from '@parcours/content';
import { type Finding, isJsonObject, type JsonObject } from '@parcours/kernel';
import { PluginHost } from '@parcours/plugin-host';

import { warmUpFindings } from '../gates/warm-up.rules.js';
import { CONNECTOR_TYPE } from './connector.type.js';

/** Lets plugins check the settings of connectors, and keeps their secrets out of storage and answers. */
@Injectable()
export class ConnectorConfig implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly plugins: PluginHost,
  ) {}

  onModuleInit(): void {
    this.types.attach(CONNECTOR_TYPE.name, {
      check: (document) => this.check(document),
      store: (document, previous) => this.seal(document, previous),
      present: (document) => this.redact(document),
    });
  }

  private check({ type, config, warmUp }: JsonObject): Finding[] {
    const findings = this.plugins.validateConfig(typeof type === 'string' ? type : '', config);
    const ofConfig = findings.map((finding) => ({
      ...finding,
      pointer: finding.pointer === '/type' ? '/type' : `/config${finding.pointer}`,
    }));
    return [...ofConfig, ...warmUpFindings(warmUp, 'connectors.zone-unknown')];
  }

  private seal(document: JsonObject, previous: JsonObject | undefined): JsonObject {
    const { type, config } = document;
    if (!this.isKnown(type) || !isJsonObject(config)) return document;
    const kept =
      previous?.['type'] === type && isJsonObject(previous['config']) ? previous['config'] : undefined;
    return { ...document, config: this.plugins.sealConfig(type, config, kept) };
  }

  /** Without its plugin nobody knows which settings are secret, so none is shown. */
  private redact(document: JsonObject): JsonObject {
    const { type, config } = document;
    if (!isJsonObject(config)) return document;
    return { ...document, config: this.isKnown(type) ? this.plugins.redactConfig(type, config) : {} };
  }

  private isKnown(type: unknown): type is string {
    return this.plugins.connectorTypes().some((known) => known.type === type);
  }
}
