import { type CrmField, type JsonObject, jsonObjectOf, type PluginHostContext } from '@parcours/sdk';

import type { HubSpotApi } from './hubspot-api.js';
import { objectsIn, textOf } from './json.js';

const KEPT_MS = 600_000;

const TYPES: Readonly<Record<string, CrmField['type']>> = {
  number: 'number',
  bool: 'boolean',
  date: 'date',
  datetime: 'date-time',
  enumeration: 'choice',
};

/** A property of a type of object. */
export interface Property extends CrmField {
  readonly isUnique: boolean;
}

interface Page {
  readonly properties: ReadonlyMap<string, Property>;
  readonly until: number;
}

/** The properties of each type of object; read once in ten minutes. */
export class PropertyBook {
  private readonly pages = new Map<string, Page>();

  constructor(
    private readonly api: HubSpotApi,
    private readonly clock: PluginHostContext['clock'],
  ) {}

  /** By name. @throws CrmFailure */
  async of(path: string, signal: AbortSignal): Promise<ReadonlyMap<string, Property>> {
    const known = this.pages.get(path);
    if (known && known.until > this.clock.now()) return known.properties;
    const properties = await this.read(path, signal);
    this.pages.set(path, { properties, until: this.clock.now() + KEPT_MS });
    return properties;
  }

  private async read(path: string, signal: AbortSignal): Promise<ReadonlyMap<string, Property>> {
    const { results } = await this.api.call({ method: 'GET', path: `/crm/v3/properties/${path}`, signal });
    return new Map(
      objectsIn(results)
        .flatMap(propertyOf)
        .map((property) => [property.name, property]),
    );
  }
}

function propertyOf(said: JsonObject): readonly Property[] {
  const name = textOf(said['name']);
  if (name === undefined || said['archived'] === true) return [];
  const type = typeOf(said);
  const choices = objectsIn(said['options']).flatMap(({ value }) => textOf(value) ?? []);
  const isReadOnly = jsonObjectOf(said['modificationMetadata'])['readOnlyValue'] === true;
  return [
    {
      name,
      label: textOf(said['label']) ?? name,
      type,
      isWritable: !isReadOnly && said['calculated'] !== true,
      isUnique: said['hasUniqueValue'] === true,
      ...(type === 'choice' && { choices }),
    },
  ];
}

/** Several choices at once are one text, `a;b`. */
function typeOf({ type, fieldType }: JsonObject): CrmField['type'] {
  if (type === 'enumeration' && fieldType === 'checkbox') return 'text';
  return TYPES[textOf(type) ?? ''] ?? 'text';
}
