import type { JsonValue } from '@parcours/kernel';

/** What a helper is called with. */
export interface HelperCall {
  /** In the order in which they stand in the tag. */
  readonly values: readonly JsonValue[];
  /** Those with a name, such as `style="short"`. */
  readonly named: Readonly<Record<string, JsonValue>>;
  /** The language of the message, such as `fr`. */
  readonly locale: string;
  /** The time zone of the customer, such as `Europe/Paris`. */
  readonly zone: string;
}

/** A use of a helper, and what it writes: shown to authors, and held against it by the conformance kit. */
export interface HelperExample {
  readonly values: readonly JsonValue[];
  readonly named?: Readonly<Record<string, JsonValue>>;
  /** `en` when left out. */
  readonly locale?: string;
  readonly output: string | number | boolean;
}

/** A helper for templates of messages, called as `{{plugin.name value style="short"}}`. */
export interface TemplateHelper {
  /** One sentence for whoever writes a template. */
  readonly summary: string;
  /** How many values it takes: 1 or more, so that its name is not taken for a value itself. */
  readonly values: { readonly least: number; readonly most: number };
  /** The names of its other arguments. */
  readonly named?: readonly string[];
  /** One at least. */
  readonly examples: readonly HelperExample[];
  /**
   * What it writes; a text is escaped as any other. It is pure: the same for the same call, at once. Where it throws,
   * answers anything else or more than 10,000 characters, or takes longer than a tenth of a second, the message fails,
   * and no other does.
   */
  write(call: HelperCall): string | number | boolean;
}

/**
 * Declares a helper for templates.
 * @example
 * const points = defineTemplateHelper({
 *   summary: 'Points in words.',
 *   values: { least: 1, most: 1 },
 *   examples: [{ values: [1200], locale: 'fr', output: '1 200 points' }],
 *   write: ({ values: [points], locale }) => `${Number(points).toLocaleString(locale)} points`,
 * });
 */
export function defineTemplateHelper(helper: TemplateHelper): TemplateHelper {
  return helper;
}
