import type { ErrorItem } from '@parcours/kernel';
import { nearest, pointerToken } from '@parcours/kernel';
import type { ErrorObject } from 'ajv/dist/2020.js';

import { settleUnions } from './union-defects.js';

/** The codes that a defect found by a schema can have, each with what it says. */
export const SCHEMA_CODES = {
  'schema.unknown-member': 'A member that the schema does not know, mostly a typo.',
  'schema.missing-member': 'A required member is absent.',
  'schema.wrong-type': 'A value of another type was expected.',
  'schema.not-allowed': 'The value is none of those allowed.',
  'schema.pattern': 'The text does not match the pattern.',
  'schema.format': 'The text is not of the format, such as date-time or uri.',
  'schema.length': 'The text is too short or too long.',
  'schema.range': 'The number is too small, too large or no multiple.',
  'schema.size': 'The list or object has too few, too many or repeated entries.',
  'schema.no-alternative': 'The value fits none of the alternatives.',
  'schema.nul-character': 'The text holds a NUL character.',
  'schema.forbidden-member': 'A member is named __proto__ or constructor.prototype.',
  'schema.too-deep': 'Objects and lists are nested too deeply.',
  'schema.too-large': 'One item of the request is too large.',
  'schema.invalid': 'Any other rule of the schema is broken.',
} as const;

export type SchemaCode = keyof typeof SCHEMA_CODES;

/** Ajv's errors in plain words, each with a pointer to what is wrong. */
export function defectsOf(errors: readonly ErrorObject[]): ErrorItem[] {
  const seen = new Map<string, ErrorItem>();
  for (const error of settleUnions(errors)) {
    const item = itemOf(error);
    const identity = `${item.pointer}\n${item.detail}`;
    if (!seen.has(identity)) seen.set(identity, item);
  }
  return [...seen.values()];
}

function itemOf(error: ErrorObject): ErrorItem {
  const [code, detail] = describe(error);
  return { pointer: error.instancePath + memberOf(error), code, detail };
}

/** The pointer names the unknown or missing member itself, which Ajv puts beside the path. */
function memberOf({ keyword, params }: ErrorObject): string {
  const member: unknown =
    keyword === 'required'
      ? params['missingProperty']
      : (params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['propertyName']);
  return typeof member === 'string' ? `/${pointerToken(member)}` : '';
}

function describe(error: ErrorObject): [SchemaCode, string] {
  const { keyword, params } = error;
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return ['schema.unknown-member', unknownMember(error)];
    case 'required':
      return ['schema.missing-member', `'${String(params['missingProperty'])}' is missing.`];
    case 'type':
      return ['schema.wrong-type', `Must be ${article(params['type'])}, not ${kindOf(error.data)}.`];
    case 'enum':
      return ['schema.not-allowed', notAllowed(error)];
    case 'const':
      return ['schema.not-allowed', `Must be ${JSON.stringify(params['allowedValue'])}.`];
    case 'pattern':
      return ['schema.pattern', `Must match ${String(params['pattern'])}.`];
    case 'propertyNames':
      return ['schema.pattern', `'${String(params['propertyName'])}' is not an acceptable name.`];
    case 'format':
      return ['schema.format', `Must be a valid ${String(params['format'])}.`];
    case 'minLength':
      return ['schema.length', `Must have ${String(params['limit'])} characters or more.`];
    case 'maxLength':
      return ['schema.length', `Must have ${String(params['limit'])} characters at most.`];
    case 'oneOf':
    case 'anyOf':
      return ['schema.no-alternative', alternatives(error)];
    default:
      return numeric(error) ?? ['schema.invalid', `${sentence(error.message ?? keyword)}.`];
  }
}

function numeric({ keyword, params, message = '' }: ErrorObject): [SchemaCode, string] | undefined {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'minItems':
    case 'minProperties':
      return ['schema.size', `Must have ${limit} or more entries.`];
    case 'maxItems':
    case 'maxProperties':
      return ['schema.size', `Must have ${limit} entries at most.`];
    case 'uniqueItems':
      return ['schema.size', `Entries ${String(params['i'])} and ${String(params['j'])} are the same.`];
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'multipleOf':
      return ['schema.range', `${sentence(message)}.`];
    default:
      return undefined;
  }
}

function unknownMember({ params, parentSchema }: ErrorObject): string {
  const member = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
  const refusal = memberOfObject(parentSchema?.['x-refused'], member);
  if (typeof refusal === 'string') return refusal;
  const known: unknown = parentSchema?.['properties'];
  const suggestion =
    typeof known === 'object' && known !== null ? nearest(member, Object.keys(known)) : undefined;
  return `'${member}' is not known here.${didYouMean(suggestion)}`;
}

/** What a schema says of members that people expect and that there are not: `x-refused`. */
function memberOfObject(holder: unknown, member: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, member)) return undefined;
  return Reflect.get(holder, member);
}

function notAllowed({ params, data }: ErrorObject): string {
  const allowed: unknown = params['allowedValues'];
  const values: unknown[] = Array.isArray(allowed) ? allowed : [];
  const texts = values.filter((value) => typeof value === 'string');
  const suggestion = typeof data === 'string' ? nearest(data, texts) : undefined;
  return `Must be one of ${values.map((value) => JSON.stringify(value)).join(', ')}.${didYouMean(suggestion)}`;
}

function alternatives({ schema }: ErrorObject): string {
  const branches: unknown[] = Array.isArray(schema) ? schema : [];
  const names = branches.map((branch): unknown =>
    typeof branch === 'object' && branch !== null
      ? (Reflect.get(branch, 'title') ?? Reflect.get(branch, 'type'))
      : undefined,
  );
  const told = names.filter((name) => typeof name === 'string');
  return told.length > 0 && told.length === names.length
    ? `Must be one of: ${told.join(', ')}.`
    : 'Fits none of the alternatives.';
}

export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean '${suggestion}'?`;
}

function article(type: unknown): string {
  const types: unknown[] = Array.isArray(type) ? type : String(type).split(',');
  return types
    .map((name) => (/^[aeio]/.test(String(name)) ? `an ${String(name)}` : `a ${String(name)}`))
    .join(' or ');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : article(typeof value);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
