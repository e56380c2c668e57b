export const OPERATORS = [
  'eq',
  'ne',
  'in',
  'nin',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'starts',
  'null',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** `id`: a 53-bit whole number answered as text. `instant`: RFC 3339 outside, milliseconds since the epoch inside. */
export type FieldType = 'text' | 'enum' | 'integer' | 'number' | 'id' | 'instant' | 'boolean';

export interface ListField {
  /** SQL of the value: a column or an expression, from our code alone. */
  readonly expression: string;
  readonly type: FieldType;
  /** The values of an `enum`. */
  readonly values?: readonly string[];
  /** May be NULL: allows the operator `null`. */
  readonly nullable?: boolean;
  /** Reads this member of the JSON text in `expression`. */
  readonly json?: string;
  /** Only for filters, never for sorting. */
  readonly unsortable?: boolean;
  /** Narrows the operators that the type has. */
  readonly operators?: readonly Operator[];
  /**
   * In place of a comparison of `expression`, for `eq` and `in` alone: SQL with one or more `IN (?)`, each of which is
   * given the values.
   */
  readonly matches?: string;
}

/** A further query parameter of a list, taken as text. */
export interface ListParameter {
  readonly description: string;
  readonly maxLength: number;
  readonly pattern?: string;
}

/** What a list can be filtered and sorted by, and which members its entries have. */
export interface ListSpec {
  /** Sets the cursors of this list apart from those of others. */
  readonly name: string;
  readonly fields: Readonly<Record<string, ListField>>;
  /** What `fields` may ask for; the fields when left out. */
  readonly members?: readonly string[];
  /** What `include` may ask for. */
  readonly includes?: readonly string[];
  /** Query parameters of its own, beside filters and paging. */
  readonly parameters?: Readonly<Record<string, ListParameter>>;
  /** As in `sort`: `-updatedAt,name`. */
  readonly defaultSort: string;
  /** A field that no two rows share, so that every order is total. */
  readonly unique: string;
  readonly description?: string;
}

const COMPARISONS: readonly Operator[] = ['eq', 'ne', 'in', 'nin', 'gt', 'gte', 'lt', 'lte'];

const OPERATORS_OF: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: [...COMPARISONS, 'contains', 'starts'],
  enum: ['eq', 'ne', 'in', 'nin'],
  integer: COMPARISONS,
  number: COMPARISONS,
  id: COMPARISONS,
  instant: COMPARISONS,
  boolean: ['eq', 'ne'],
};

export function operatorsOf(field: ListField): readonly Operator[] {
  if (field.matches !== undefined) return ['eq', 'in'];
  const all = field.nullable ? [...OPERATORS_OF[field.type], 'null' as const] : OPERATORS_OF[field.type];
  return field.operators ? all.filter((operator) => field.operators?.includes(operator)) : all;
}
