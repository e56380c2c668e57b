/** What is bound to a placeholder. */
export type SqlScalar = string | number;

/** A piece of SQL with its bound values in the order of its placeholders. */
export interface SqlFragment {
  readonly text: string;
  readonly parameters: readonly SqlScalar[];
  /** The piece can be NULL in the sense of "ask the closure". */
  readonly asks: boolean;
}

/** SQL from our own code, without values. */
export function raw(text: string): SqlFragment {
  return { text, parameters: [], asks: false };
}

/** Builds a piece of SQL: fragments are put in as they are, everything else is bound. */
export function sql(
  texts: TemplateStringsArray,
  ...parts: readonly (SqlFragment | SqlScalar)[]
): SqlFragment {
  let text = texts[0] ?? '';
  let asks = false;
  const parameters: SqlScalar[] = [];
  parts.forEach((part, at) => {
    if (typeof part === 'object') {
      text += part.text;
      parameters.push(...part.parameters);
      asks ||= part.asks;
    } else {
      text += '?';
      parameters.push(part);
    }
    text += texts[at + 1] ?? '';
  });
  return { text, parameters, asks };
}

/** Pieces with a word between them; `alone` where there is none. */
export function joined(parts: readonly SqlFragment[], word: string, alone = raw('1')): SqlFragment {
  const [only] = parts;
  if (!only) return alone;
  if (parts.length === 1) return only;
  return {
    text: parts.map(({ text }) => `(${text})`).join(` ${word} `),
    parameters: parts.flatMap(({ parameters }) => parameters),
    asks: parts.some(({ asks }) => asks),
  };
}

/** As it is, but known never to be NULL, or known to be so at times. */
export function asking(fragment: SqlFragment, asks = true): SqlFragment {
  return { ...fragment, asks };
}

export const TRUE = raw('1');
export const FALSE = raw('0');
/** Only the closure can tell. */
export const UNSURE: SqlFragment = { text: 'NULL', parameters: [], asks: true };
