/** One defect inside a request or a document. */
export interface ErrorItem {
  /** JSON pointer (RFC 6901) to the offending value. */
  readonly pointer: string;
  /** Stable code, `area.kebab-name`. */
  readonly code: string;
  /** What is wrong and how to put it right, for a person. */
  readonly detail: string;
}

export interface ErrorOptions {
  readonly errors?: readonly ErrorItem[];
  readonly cause?: unknown;
  /** Seconds after which a caller may try again; becomes `Retry-After`. */
  readonly retryAfter?: number;
}

/**
 * The one error class of Parcours. Instances come from an area's catalogue (see {@link defineErrors}), so that
 * every `code` is listed, documented and stable. Details carry keys, never personal data.
 */
export class ParcoursError extends Error {
  override readonly name = 'ParcoursError';
  readonly errors: readonly ErrorItem[];
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    detail: string,
    readonly retryable: boolean,
    options: ErrorOptions = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.errors = options.errors ?? [];
    this.retryAfter = options.retryAfter;
  }
}

/** What a catalogue says of one error. `status` is the HTTP status that the error becomes. */
export interface ErrorDefinition<P> {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: (params: P) => string;
  /** True where the same call may succeed later without a change. Default false. */
  readonly retryable?: boolean;
}

/** A catalogue entry as documented in docs/reference/errors.md. */
export interface ErrorEntry {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly retryable: boolean;
}

const entries = new Map<string, ErrorEntry>();

/** Every error declared by the modules loaded so far, by code. A test compares them with the reference page. */
export function declaredErrors(): readonly ErrorEntry[] {
  return [...entries.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** Declares one error; use it inside {@link defineErrors}. */
export function errorOf<P>(definition: ErrorDefinition<P>) {
  return definition;
}

/** Makes one error of a catalogue, and says what the catalogue has of it. */
export interface ErrorMaker<P> {
  (params: P, options?: ErrorOptions): ParcoursError;
  readonly entry: ErrorEntry;
}

/** One function per error: `JourneyErrors.templateNotFound({ key })` answers an error ready to be thrown. */
export type ErrorCatalogue<D> = {
  readonly [K in keyof D]: D[K] extends ErrorDefinition<infer P> ? ErrorMaker<P> : never;
};

/**
 * Makes an area's error catalogue.
 * @example
 * export const JourneyErrors = defineErrors('journeys', {
 *   templateNotFound: errorOf<{ key: string }>({
 *     code: 'journeys.template-not-found', status: 404, title: 'Journey template not found',
 *     detail: ({ key }) => `There is no journey template '${key}'.`,
 *   }),
 * });
 * @throws TypeError when a code does not start with the area.
 */
// The parameter type of each entry differs; `never` is the one type that every `detail` function accepts.
export function defineErrors<D extends Record<string, ErrorDefinition<never>>>(
  area: string,
  definitions: D,
): ErrorCatalogue<D> {
  const catalogue: Record<string, ErrorMaker<never>> = {};
  for (const [name, definition] of Object.entries(definitions)) {
    const { code, status, title, retryable = false } = definition;
    if (!code.startsWith(`${area}.`)) throw new TypeError(`error code '${code}' is not in area '${area}'`);
    const entry = { code, status, title, retryable };
    entries.set(code, entry);
    const make = (params: never, options?: ErrorOptions) =>
      new ParcoursError(code, status, title, definition.detail(params), retryable, options);
    catalogue[name] = Object.assign(make, { entry });
  }
  return catalogue as ErrorCatalogue<D>;
}

/** True for an error that says the same call may succeed later. Unknown errors count as retryable. */
export function isRetryable(error: unknown): boolean {
  return error instanceof ParcoursError ? error.retryable : true;
}

/** A short text for logs: the message alone, never an attached statement or its parameters. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
