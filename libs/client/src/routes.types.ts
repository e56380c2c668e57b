import type { Page } from './answer.js';
import type { Routes } from './generated/routes.js';

export type Method = keyof Routes;

/** The paths that have a route of this method. */
export type PathOf<M extends Method> = keyof Routes[M] & string;

/** The lists among them, which have pages. */
export type ListPath = {
  [P in PathOf<'GET'>]: Routes['GET'][P] extends { readonly item: unknown } ? P : never;
}[PathOf<'GET'>];

type DataOf<R> = R extends { readonly data: infer D } ? D : never;

/** What a route answers, out of its envelope. */
export type Data<M extends Method, P extends PathOf<M>> = DataOf<Routes[M][P]>;

type ItemOf<R> = R extends { readonly item: infer I } ? I : never;

/** One entry of a list. */
export type Item<P extends ListPath> = ItemOf<Routes['GET'][P]>;

/** Where a list goes on; a route that is no list has no pages. */
export type PageOf<P extends PathOf<'GET'>> = P extends ListPath ? Page : undefined;

/** What any call can be told. */
export interface CallSettings {
  /** Change only what is as it was when it carried this ETag. Give `etag` of an earlier answer. */
  readonly ifMatch?: string | undefined;
  /** Answer `undefined` data with `isNotModified` when it still carries this ETag. */
  readonly ifNoneMatch?: string | undefined;
  /** The same key and body happen once within 24 hours, however often they are sent. */
  readonly idempotencyKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for one answer; that of the client when left out. */
  readonly timeoutMs?: number | undefined;
}

type PathPart<R> = R extends { readonly path: infer P } ? { readonly path: P } : unknown;

type QueryPart<R> = R extends { readonly query: infer Q }
  ? { readonly query: Q }
  : R extends { readonly query?: infer Q }
    ? { readonly query?: Q }
    : unknown;

type BodyPart<R> = R extends { readonly body: infer B }
  ? { readonly body: B }
  : R extends { readonly body?: infer B }
    ? { readonly body?: B }
    : unknown;

type RawPart<R> = R extends { readonly raw: infer B }
  ? { readonly raw: B; readonly contentType: string }
  : unknown;

type OptionsOfRoute<R> = R extends unknown
  ? CallSettings & PathPart<R> & QueryPart<R> & BodyPart<R> & RawPart<R>
  : never;

/** What a call of this route has to be told, and can be. */
export type CallOptions<M extends Method, P extends PathOf<M>> = OptionsOfRoute<Routes[M][P]>;

/** The options of a call: they can be left out where a route needs none. */
export type OptionsArgument<O> = object extends O ? [options?: O] : [options: O];
