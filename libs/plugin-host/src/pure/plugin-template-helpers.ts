import type { JsonValue } from '@parcours/kernel';
import type { HelperCall, TemplateHelper } from '@parcours/sdk';

import { PureCallFailed, PureCalls } from './pure-calls.js';

/** Why a helper has written nothing; completes "'crm.points' …". */
export class HelperFailure extends Error {}

/** A helper for templates of a loaded plugin; `name` is `plugin.name`. */
export interface KnownTemplateHelper extends Omit<TemplateHelper, 'write'> {
  readonly name: string;
  /** @throws HelperFailure */
  write(call: HelperCall): string | number | boolean;
}

const LONGEST = 10_000;

function isPrintable(answer: unknown): answer is string | number | boolean {
  if (typeof answer === 'string') return answer.length <= LONGEST;
  return typeof answer === 'boolean' || (typeof answer === 'number' && Number.isFinite(answer));
}

/** The helpers for templates of loaded plugins. */
export class PluginTemplateHelpers {
  private readonly helpers = new Map<string, KnownTemplateHelper>();

  add(name: string, helper: TemplateHelper): void {
    const writing = new PureCalls(name, isPrintable);
    const { summary, values, named = [], examples } = helper;
    this.helpers.set(name, {
      ...{ name, summary, values, named, examples },
      write: (call) => {
        try {
          return writing.call(() => helper.write(copyOf(call)));
        } catch (cause) {
          if (!(cause instanceof PureCallFailed)) throw cause;
          throw new HelperFailure(cause.message, { cause });
        }
      },
    });
  }

  all(): readonly KnownTemplateHelper[] {
    return [...this.helpers.values()];
  }
}

/** A helper cannot change what the rest of the template sees. */
function copyOf({ values, named, ...rest }: HelperCall): HelperCall {
  return { ...rest, values: values.map(own), named: structuredClone(named) };
}

function own(value: JsonValue): JsonValue {
  return typeof value === 'object' ? structuredClone(value) : value;
}
