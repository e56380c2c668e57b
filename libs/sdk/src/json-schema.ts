/**
 * A JSON Schema (draft 2020-12) that describes configuration. A string member with `"x-secret": true` is a secret:
 * the host encrypts it at rest, never answers it through the API, and keeps it out of logs and errors.
 */
export interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly 'x-secret'?: boolean;
  readonly [keyword: string]: unknown;
}

type MembersOf<S> = S extends { readonly properties: infer P } ? P : object;

type NamesIn<L> = L extends readonly (infer N)[] ? N : never;

type Defaulted<P> = { [K in keyof P]: P[K] extends { readonly default: unknown } ? K : never }[keyof P];

/** Members that are always there: the required ones, and those whose default the host fills in. */
type Present<S> =
  | Extract<S extends { readonly required: infer R } ? NamesIn<R> : never, keyof MembersOf<S>>
  | Defaulted<MembersOf<S>>;

type ObjectFrom<S> = {
  readonly [K in keyof MembersOf<S> as K extends Present<S> ? K : never]: FromSchema<MembersOf<S>[K]>;
} & {
  readonly [K in keyof MembersOf<S> as K extends Present<S> ? never : K]?: FromSchema<MembersOf<S>[K]>;
};

/**
 * The TypeScript type of a literal schema made of objects, arrays, strings, numbers, booleans and enums; `unknown`
 * for anything else. A member with a `default` counts as present, because the host fills defaults in.
 * @example
 * const schema = { type: 'object', required: ['url'], properties: { url: { type: 'string' } } } as const;
 * type Config = FromSchema<typeof schema>; // { readonly url: string }
 */
export type FromSchema<S> = S extends { readonly enum: readonly (infer V)[] }
  ? V
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'number' | 'integer' }
      ? number
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'array'; readonly items: infer I }
          ? readonly FromSchema<I>[]
          : S extends { readonly type: 'object' }
            ? ObjectFrom<S>
            : unknown;
