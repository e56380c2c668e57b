import type { RenderState } from './render-state.js';

/** Named arguments of a helper, such as `zone="Europe/Paris"`. */
export type NamedArguments = Readonly<Record<string, unknown>>;

/** A helper that computes a value; throws {@link UnfitArgument} where an argument makes no sense. */
export interface ValueHelper {
  readonly least: number;
  readonly most: number;
  readonly named: readonly string[];
  /** Which arguments may be absent without an error: those of questions and fallbacks. */
  readonly optional: 'none' | 'all' | 'all-but-last';
  run(values: readonly unknown[], named: NamedArguments, state: RenderState): unknown;
}

/** An argument's value does not suit the helper; the message completes "'date' …". */
export class UnfitArgument extends Error {}

/** Does something in a language that an author or a customer has named. @throws UnfitArgument */
export function localised<T>(locale: unknown, run: (locale: string) => T): T {
  if (typeof locale !== 'string') throw new UnfitArgument('needs a locale such as "fr"');
  try {
    return run(locale);
  } catch (cause) {
    if (cause instanceof RangeError) throw new UnfitArgument(`cannot use these options: ${cause.message}`);
    throw cause;
  }
}
