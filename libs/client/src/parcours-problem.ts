/** One defect of a request, as a problem lists it. */
export interface ProblemItem {
  /** JSON pointer (RFC 6901) to the offending value. */
  readonly pointer: string;
  /** Stable code, `area.kebab-name`. */
  readonly code: string;
  /** What is wrong and how to put it right, for a person. */
  readonly detail: string;
}

interface ProblemMembers {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly instance: string | undefined;
  readonly errors: readonly ProblemItem[];
}

/**
 * The API refused: a problem as RFC 9457 has it. Decide by `code`, which is stable; show `message` to people.
 * @example
 * if (error instanceof ParcoursProblem && error.code === 'content.not-found') …
 */
export class ParcoursProblem extends Error {
  override readonly name = 'ParcoursProblem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** What happened, in a sentence; `message` adds the defects. */
  readonly detail: string;
  /** Names the request in the server's log: quote it in a report. */
  readonly instance: string | undefined;
  /** What is wrong and where; empty where the problem has no parts. */
  readonly errors: readonly ProblemItem[];
  /** The request that was refused, such as `PUT /touchpoints/{key}`. */
  readonly request: string;
  /** Seconds after which a repetition may succeed, where the API said so. */
  readonly retryAfter: number | undefined;

  constructor(request: string, members: ProblemMembers, retryAfter?: number) {
    super(messageOf(members));
    this.status = members.status;
    this.code = members.code;
    this.title = members.title;
    this.detail = members.detail;
    this.instance = members.instance;
    this.errors = members.errors;
    this.request = request;
    this.retryAfter = retryAfter;
  }

  /** The JSON pointer of the first defect; undefined where there is none. */
  get pointer(): string | undefined {
    return this.errors[0]?.pointer;
  }
}

/** No answer came: the address is wrong, nothing listens there, the connection broke, or time ran out. */
export class ParcoursUnreachable extends Error {
  override readonly name = 'ParcoursUnreachable';

  constructor(
    readonly request: string,
    readonly url: string,
    cause: unknown,
  ) {
    super(`No answer from ${url}: ${reasonOf(cause)}`, { cause });
  }
}

/** The problem that a refusal carries. One that is none of ours, from a proxy say, keeps its status alone. */
export async function problemOf(request: string, response: Response): Promise<ParcoursProblem> {
  const body = await response.json().catch(() => undefined);
  const { status, headers } = response;
  return new ParcoursProblem(
    request,
    { ...membersOf(body, response), status },
    secondsOf(headers.get('retry-after')),
  );
}

/** Seconds of a Retry-After header, which is a number or a date (RFC 9110). */
export function secondsOf(header: string | null, now = Date.now()): number | undefined {
  if (header === null || header === '') return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1_000));
}

function membersOf(body: unknown, { status, statusText }: Response): ProblemMembers {
  const title = textOf(body, 'title') ?? statusText;
  return {
    status,
    code: textOf(body, 'code') ?? `http.status-${String(status)}`,
    title,
    detail: textOf(body, 'detail') ?? `The answer was ${String(status)} ${title}`.trim(),
    instance: textOf(body, 'instance'),
    errors: itemsOf(body),
  };
}

function itemsOf(body: unknown): ProblemItem[] {
  const errors = memberOf(body, 'errors');
  if (!Array.isArray(errors)) return [];
  return errors.map((item) => ({
    pointer: textOf(item, 'pointer') ?? '',
    code: textOf(item, 'code') ?? '',
    detail: textOf(item, 'detail') ?? '',
  }));
}

function textOf(body: unknown, member: string): string | undefined {
  const value = memberOf(body, member);
  return typeof value === 'string' ? value : undefined;
}

function memberOf(body: unknown, member: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, member) : undefined;
}

function messageOf({ detail, errors }: ProblemMembers): string {
  const defects = errors.map(({ pointer, detail: words }) => `  ${pointer || '(all of it)'}: ${words}`);
  return [detail, ...defects].join('\n');
}

/** `fetch` says only that it failed; why is in its cause. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  if (!(inner instanceof Error)) return cause.message;
  const code: unknown = Reflect.get(inner, 'code');
  return inner.message === '' && typeof code === 'string' ? code : inner.message;
}
