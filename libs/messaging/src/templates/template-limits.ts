/** So many characters of a text that a helper works on are one step. */
export const TEXT_PER_STEP = 64;

/** What a template may cost. All of them count, none of them measures time: a template fails always or never. */
export const TEMPLATE_LIMITS = {
  /** Characters of source. */
  sourceLength: 256 * 1024,
  /** Occurrences of `{{` in the source. */
  tags: 2_000,
  /** Levels of nested blocks, and of nested expressions. */
  depth: 24,
  /** Partials that are inserted, those inside of others counted. */
  partials: 200,
  /** Turns of all `{{#each}}` together, nested ones multiplied. */
  iterations: 10_000,
  /** Parts (texts, tags, blocks) that are run through, all together. */
  parts: 250_000,
  /** What helpers do, all together: calls, arguments, items that they walk through, and {@link TEXT_PER_STEP} characters each. */
  work: 1_000_000,
  /** Characters of output, and of what a helper puts together. */
  outputLength: 1024 * 1024,
} as const;
