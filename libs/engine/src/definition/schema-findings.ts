import { isJsonObject, nearest, pointer } from '@parcours/kernel';
import type { Finding } from '@parcours/kernel';
import type { ErrorObject } from 'ajv/dist/2020.js';

/** Says in plain words what a schema's errors mean; `at` is the JSON pointer of the checked value. */
export function findingsOf(errors: readonly ErrorObject[], at: string): Finding[] {
  const findings = errors.filter((error) => !isDetailOfChoice(error)).map((error) => findingOf(error, at));
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.pointer}`, finding])).values()];
}

/** The branches of a choice complain too; the choice itself says it better. */
function isDetailOfChoice({ schemaPath }: ErrorObject): boolean {
  return /\/(oneOf|anyOf)\/\d+\/|\/propertyNames\/./.test(schemaPath);
}

function findingOf(error: ErrorObject, at: string): Finding {
  const where = at + error.instancePath;
  const finding = (code: string, message: string, suggestion?: string): Finding => ({
    code: `journeys.${code}`,
    severity: 'error',
    pointer: where,
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  switch (error.keyword) {
    case 'required':
      return missing(text(error.params, 'missingProperty'), finding);
    case 'additionalProperties':
      return unknownField(error, where);
    case 'dependentRequired': {
      const { property, missingProperty } = error.params;
      return finding(
        'misplaced-field',
        `'${String(property)}' makes sense only with '${String(missingProperty)}'.`,
      );
    }
    case 'oneOf':
      return finding('choose-one', `Give exactly one of ${choices(error).join(', ')}.`);
    case 'anyOf':
      return finding('missing-field', `Give at least one of ${choices(error).join(', ')}.`);
    case 'propertyNames':
      return finding('invalid-name', `'${text(error.params, 'propertyName')}' cannot be a name here.`);
    default:
      return finding('invalid-value', `${nameOf(error.instancePath)} ${expectation(error)}.`);
  }
}

function missing(field: string, finding: (code: string, message: string) => Finding): Finding {
  if (field !== 'next' && field !== 'else') return finding('missing-field', `'${field}' is missing.`);
  return finding('no-way-out', `There is no way out: '${field}' is missing.`);
}

function unknownField(error: ErrorObject, where: string): Finding {
  const field = text(error.params, 'additionalProperty');
  const known = Object.keys(propertiesOf(error.parentSchema));
  const meant = nearest(field, known);
  return {
    code: 'journeys.unknown-field',
    severity: 'error',
    pointer: where + pointer(field),
    message: `There is no field '${field}' here.`,
    suggestion: meant === undefined ? `The fields are ${known.join(', ')}.` : `Did you mean '${meant}'?`,
  };
}

function expectation({ keyword, params, schema, parentSchema }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return `has to be ${article(text(params, 'type'))}`;
    case 'const':
      return `has to be ${JSON.stringify(schema)}`;
    case 'enum':
      return `has to be one of ${Array.isArray(schema) ? schema.join(', ') : ''}`;
    case 'pattern':
      return `does not have the right form${exampleOf(parentSchema)}`;
    case 'not':
      return 'is reserved; choose another value';
    case 'uniqueItems':
      return 'must not repeat an item';
    case 'minItems':
    case 'minProperties':
      return 'must not be empty';
    case 'minLength':
      return 'must not be an empty text';
    case 'maxItems':
    case 'maxProperties':
    case 'maxLength':
      return `is too long: ${String(schema)} is the most`;
    default:
      return `is not valid (${keyword})`;
  }
}

function exampleOf(schema: unknown): string {
  if (!isJsonObject(schema)) return '';
  const { examples, title, description } = schema;
  if (Array.isArray(examples)) return `, for example ${examples.map(String).join(', ')}`;
  if (title === 'Key' || title === 'Step') return ': lower-case letters, digits, -, _ and .';
  return typeof description === 'string' ? `: ${description}` : '';
}

function choices({ schema }: ErrorObject): string[] {
  if (!Array.isArray(schema)) return [];
  const branches: unknown[] = schema;
  return branches.flatMap((branch) => {
    if (!isJsonObject(branch) || !Array.isArray(branch['required'])) return [];
    return [branch['required'].filter((name) => typeof name === 'string').join(' and ')];
  });
}

function propertiesOf(schema: unknown): object {
  return isJsonObject(schema) && isJsonObject(schema['properties']) ? schema['properties'] : {};
}

function nameOf(instancePath: string): string {
  const name = instancePath.split('/').at(-1);
  return name === undefined || name === '' ? 'This' : `'${name.replaceAll('~1', '/').replaceAll('~0', '~')}'`;
}

function article(type: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    object: 'an object',
    array: 'a list',
    boolean: 'true or false',
  };
  return words[type] ?? `of type ${type}`;
}

function text(params: Record<string, unknown>, name: string): string {
  return String(params[name]);
}
