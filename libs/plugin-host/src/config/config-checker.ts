import { isJsonObject, nearest, pointerToken } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import type { JsonSchema } from '@parcours/sdk';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { newAjv } from './ajv.js';
import { isSealed } from './secret-box.js';
import { mapSecrets } from './secret-members.js';

/** Checks configurations of one connector and fills defaults in. Made once per connector, when it is loaded. */
export class ConfigChecker {
  private readonly fill: ValidateFunction;

  /** @throws Error where the schema itself is wrong */
  constructor(private readonly schema: JsonSchema) {
    this.fill = newAjv({ useDefaults: true }).compile(schema);
  }

  /** What is wrong with a configuration; its secrets may be plain, encrypted or redacted. */
  check(config: unknown): readonly Finding[] {
    if (!isJsonObject(config)) {
      return [
        {
          code: 'plugins.config-invalid',
          severity: 'error',
          pointer: '',
          message: 'A configuration is an object.',
        },
      ];
    }
    const unreadable = new Set<string>();
    const readable = mapSecrets(this.schema, structuredClone(config), ({ value, pointer }) => {
      if (!isSealed(value)) return value;
      unreadable.add(pointer);
      return '';
    });
    // Of a secret that cannot be read here nothing can be said but that it is there.
    return (
      this.errorsOf(readable)
        // That a branch of a condition does not hold says less than what does not hold in it.
        .filter(({ instancePath, keyword }) => keyword !== 'if' && !unreadable.has(instancePath))
        .map((error) => this.findingOf(error))
    );
  }

  /** The configuration with defaults for what is absent. Call it on a checked one. */
  withDefaults(config: JsonObject): JsonObject {
    const filled = structuredClone(config);
    this.fill(filled);
    return filled;
  }

  private errorsOf(config: JsonObject): readonly ErrorObject[] {
    return this.fill(config) ? [] : (this.fill.errors ?? []);
  }

  private findingOf(error: ErrorObject): Finding {
    const { instancePath, keyword, message = 'is invalid' } = error;
    const params: Readonly<Record<string, unknown>> = error.params;
    const extra = params['additionalProperty'];
    const missing = params['missingProperty'];
    const member = typeof extra === 'string' ? extra : typeof missing === 'string' ? missing : undefined;
    const pointer = member === undefined ? instancePath : `${instancePath}/${pointerToken(member)}`;
    const near =
      typeof extra === 'string' ? nearest(extra, Object.keys(this.schema.properties ?? {})) : undefined;
    return {
      code: 'plugins.config-invalid',
      severity: 'error',
      pointer,
      message: `${wordsOf(keyword, message, params)}.`,
      ...(near === undefined ? {} : { suggestion: `Did you mean '${near}'?` }),
    };
  }
}

function wordsOf(keyword: string, message: string, params: Readonly<Record<string, unknown>>): string {
  const allowed = params['allowedValues'];
  if (keyword === 'enum' && Array.isArray(allowed)) return `must be one of ${allowed.map(String).join(', ')}`;
  if (keyword === 'additionalProperties') return 'is not a member of this configuration';
  return keyword === 'required' ? 'is required' : message;
}
