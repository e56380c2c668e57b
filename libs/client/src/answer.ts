/** What the API answered to a call that succeeded. */
export interface Answer<T, P = Page | undefined> {
  /** The thing or the list, out of its envelope; the text where it is no JSON; undefined where there is nothing. */
  readonly data: T;
  /** Where a list goes on; undefined for anything else. */
  readonly page: P;
  /** Give it back as `ifMatch` to change only what you have seen. */
  readonly etag: string | undefined;
  /** The thing is as it was when it carried the ETag of `ifNoneMatch`; `data` is undefined then. */
  readonly isNotModified: boolean;
  readonly status: number;
  readonly headers: Headers;
}

export interface Page {
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
  readonly limit: number;
  /** How many there are in all pages, where `count` was asked for. */
  readonly total?: number;
}

// The route says what it answers: its type is the proof, made from the document that the API itself gives.
export async function answerOf<T, P>(response: Response): Promise<Answer<T, P>> {
  const { status, headers } = response;
  const body = await bodyOf(response);
  const isEnveloped =
    typeof body === 'object' && body !== null && Object.hasOwn(body, 'data') && isApiJson(headers);
  const data: unknown = isEnveloped ? Reflect.get(body, 'data') : body;
  const page: unknown = isEnveloped ? Reflect.get(body, 'page') : undefined;
  return {
    data: data as T,
    page: page as P,
    etag: headers.get('etag') ?? undefined,
    isNotModified: status === 304,
    status,
    headers,
  };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  return /[/+]json\b/.test(mediaTypeOf(response.headers)) ? JSON.parse(text) : text;
}

/** A document of another JSON type, such as a JSON Schema, stands for itself. */
function isApiJson(headers: Headers): boolean {
  return mediaTypeOf(headers) === 'application/json';
}

function mediaTypeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
