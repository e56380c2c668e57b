import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { canonicalJson, type Finding } from '@parcours/kernel';

import { PublishedContent } from '../published/published-content.js';
import type { CustomFieldDocument } from './custom-field.type.js';
import { FieldCarrierRepository } from './field-carrier.repository.js';
import { publishedFields } from './published-fields.js';
import { CUSTOM, TypeFields } from './type-fields.js';

const NAMED = 5;

interface Impact {
  readonly misfits: string[];
  readonly lacking: string[];
}

/** What a custom field would mean for the things that are there already, if it were published. */
@Injectable()
export class FieldImpact {
  constructor(
    private readonly published: PublishedContent,
    private readonly carriers: FieldCarrierRepository,
    private readonly config: ParcoursConfig,
  ) {}

  async findings(field: CustomFieldDocument, key: string): Promise<Finding[]> {
    const before = publishedFields(await this.published.snapshot()).find((other) => other.key === key);
    if (before && isElsewhere(before.document, field)) return [moved(before.document)];
    if (before && asks(before.document) === asks(field)) return [];
    const { misfits, lacking } = await this.impact(field);
    const later = 'They stay as they are, and cannot be published again';
    return [
      ...warned({ code: 'content.field-misfit', pointer: '/schema', keys: misfits }, (count) => {
        return `${count} ${field.appliesTo} hold a value that the field does not take. ${later} before it is changed`;
      }),
      ...warned({ code: 'content.field-missing', pointer: '/required', keys: lacking }, (count) => {
        return `${count} ${field.appliesTo} have no value. ${later} without one`;
      }),
    ];
  }

  private async impact(field: CustomFieldDocument): Promise<Impact> {
    const { member, appliesTo, required = false } = field;
    const fields = new TypeFields([{ ...field, required: false }], this.config.workspace.locale);
    const impact: Impact = { misfits: [], lacking: [] };
    for await (const some of this.carriers.all(appliesTo)) {
      for (const { key, values } of some) {
        const value = values[member];
        if (value === undefined) {
          if (required) impact.lacking.push(key);
        } else if (fields.defects({ [CUSTOM]: { [member]: value } }).length > 0) impact.misfits.push(key);
      }
    }
    return impact;
  }
}

/** What of a field decides which values it takes. */
function asks({ schema, required = false, localised = false, filterable = false }: CustomFieldDocument) {
  return canonicalJson([schema, required, localised, filterable]);
}

function isElsewhere(before: CustomFieldDocument, now: CustomFieldDocument): boolean {
  return before.appliesTo !== now.appliesTo || before.member !== now.member;
}

function moved({ appliesTo, member }: CustomFieldDocument): Finding {
  return {
    code: 'content.field-moved',
    severity: 'error',
    pointer: '/member',
    message: `It is published as the member '${member}' of ${appliesTo}, where values are kept.`,
    suggestion: 'Make another field, or unpublish this one first.',
  };
}

interface Warning {
  readonly code: string;
  readonly pointer: string;
  readonly keys: readonly string[];
}

function warned({ code, pointer, keys }: Warning, words: (count: string) => string): Finding[] {
  if (keys.length === 0) return [];
  const named = keys.slice(0, NAMED).map((key) => `'${key}'`);
  const others = keys.length > NAMED ? ` and ${String(keys.length - NAMED)} more` : '';
  const message = `${words(String(keys.length))}: ${named.join(', ')}${others}.`;
  return [{ code, severity: 'warning', pointer, message }];
}
