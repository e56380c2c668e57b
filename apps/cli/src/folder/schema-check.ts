import { type ReadThing, schemaPathOf, STATE_MEMBER, type ThingFile } from '@parcours/content-files';
import { isJsonObject, nearest, pointerToken } from '@parcours/kernel';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

import type { LocatedFinding } from '../output/finding-report.js';
import type { ContentFolder } from './content-folder.js';

/** What a thing may lack as long as it is not to be published. */
const INCOMPLETE = new Set(['required', 'minItems', 'minProperties']);

/** Holds the documents of a folder against the schemas that it has. */
export async function checkFolder(
  folder: ContentFolder,
  things: readonly ReadThing[],
): Promise<LocatedFinding[]> {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, logger: false });
  formats.default(ajv);
  const checks = new Map<string, ValidateFunction | string>();
  const findings: LocatedFinding[] = [];
  for (const read of things) {
    const { type, state } = read.thing;
    const known = checks.get(type) ?? (await compiled(ajv, folder, type));
    if (!checks.has(type) && typeof known === 'string') findings.push(unchecked(read.draft, known));
    checks.set(type, known);
    if (typeof known === 'string') continue;
    findings.push(...checkFile(read.draft, known, state !== 'published'));
    if (read.published) findings.push(...checkFile(read.published, known, false));
  }
  return findings;
}

async function compiled(
  ajv: Ajv2020,
  folder: ContentFolder,
  type: string,
): Promise<ValidateFunction | string> {
  const text = await folder.schemaText(type);
  if (text === undefined) return `There is no ${schemaPathOf(type)} to check by: run parcours pull.`;
  try {
    const schema: unknown = JSON.parse(text);
    return ajv.compile(isJsonObject(schema) ? schema : {});
  } catch {
    return `${schemaPathOf(type)} is no JSON Schema: run parcours pull.`;
  }
}

function checkFile(file: ThingFile, check: ValidateFunction, isUnfinished: boolean): LocatedFinding[] {
  if (check({ ...file.document, [STATE_MEMBER]: file.state })) return [];
  const errors = (check.errors ?? []).filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf');
  const told = errors.length > 0 ? errors : (check.errors ?? []);
  return told.map((error) => {
    const isLacking =
      isUnfinished && INCOMPLETE.has(error.keyword) && !/^\/(key|name)$/.test(pointerOf(error));
    return {
      severity: isLacking ? 'warning' : 'error',
      path: file.path,
      ...file.source.placeOf(pointerOf(error)),
      code: `schema.${error.keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      message: messageOf(error),
    };
  });
}

function unchecked({ path }: ThingFile, message: string): LocatedFinding {
  return { severity: 'warning', path, line: 1, column: 1, code: 'schema.missing', message };
}

function pointerOf({ instancePath, params }: ErrorObject): string {
  const member: unknown = params['missingProperty'] ?? params['additionalProperty'];
  return typeof member === 'string' ? `${instancePath}/${pointerToken(member)}` : instancePath;
}

function messageOf({ keyword, params, message = keyword, parentSchema, data }: ErrorObject): string {
  const { missingProperty, additionalProperty, allowedValues } = params;
  if (typeof missingProperty === 'string') return `'${missingProperty}' is missing.`;
  if (typeof additionalProperty === 'string') {
    const known: unknown = parentSchema?.['properties'];
    return `'${additionalProperty}' is not known here.${hint(additionalProperty, isJsonObject(known) ? Object.keys(known) : [])}`;
  }
  if (Array.isArray(allowedValues)) {
    const texts = allowedValues.filter((value) => typeof value === 'string');
    return `Must be one of ${texts.join(', ')}.${hint(typeof data === 'string' ? data : '', texts)}`;
  }
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

function hint(name: string, candidates: readonly string[]): string {
  const similar = nearest(name, candidates);
  return similar === undefined ? '' : ` Did you mean '${similar}'?`;
}
