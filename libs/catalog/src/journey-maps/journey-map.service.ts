import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { ContentErrors, type ContentSnapshot, DraftService, PublishedContent } from '@parcours/content';
import { type JsonObject, ParcoursError } from '@parcours/kernel';

import { compareMaps, type MapComparison } from './comparison/map-comparison.rules.js';
import { tellComparison } from './comparison/comparison-words.js';
import { JOURNEY_MAP_TYPE } from './journey-map.type.js';
import { namedBy, type Named, namesIn } from './sheet/map-names.js';
import { type Lookup, type MapSource, mapView, type MapView, unfinished } from './sheet/map-view.js';

export type MapState = 'draft' | 'published';

export interface MapRequest {
  readonly key: string;
  readonly state: MapState;
  readonly locale: string | undefined;
}

export interface ComparedMaps {
  readonly a: { readonly key: string; readonly kind: unknown };
  readonly b: { readonly key: string; readonly kind: unknown };
  readonly summary: readonly string[];
  readonly comparison: MapComparison;
}

const NOT_FOUND = 'content.not-found';

/** Journey maps as people read them: drawn, and compared. */
@Injectable()
export class JourneyMapService {
  constructor(
    private readonly drafts: DraftService,
    private readonly published: PublishedContent,
    private readonly config: ParcoursConfig,
  ) {}

  /** @throws content.not-found; also for a map that is not published, when that state is asked for */
  async view(request: MapRequest): Promise<MapView> {
    const snapshot = await this.published.snapshot();
    const source = await this.source(request, snapshot);
    const lookup = await this.lookup(source, snapshot);
    return mapView(source, { lookup, ...this.reading(request.locale) });
  }

  /** @throws content.not-found */
  async compare(keys: { a: string; b: string }, request: Omit<MapRequest, 'key'>): Promise<ComparedMaps> {
    const snapshot = await this.published.snapshot();
    const a = await this.source({ ...request, key: keys.a }, snapshot);
    const b = await this.source({ ...request, key: keys.b }, snapshot);
    const comparison = compareMaps(unfinished(a.document), unfinished(b.document));
    const reading = this.reading(request.locale);
    const lookups = await Promise.all([this.lookup(a, snapshot), this.lookup(b, snapshot)]);
    const names = namesIn([a.document, b.document], {
      lookup: (type, key) => lookups[0](type, key) ?? lookups[1](type, key),
      ...reading,
    });
    return {
      a: { key: keys.a, kind: a.document['kind'] },
      b: { key: keys.b, kind: b.document['kind'] },
      summary: tellComparison(comparison, { ...reading, ...names }),
      comparison,
    };
  }

  private reading(locale = this.config.workspace.locale) {
    return { locale, defaultLocale: this.config.workspace.locale };
  }

  private async source({ key, state }: MapRequest, snapshot: ContentSnapshot): Promise<MapSource> {
    const item = await this.drafts.require({ type: JOURNEY_MAP_TYPE.name, key });
    const isPublishedAsItStands = item.publishedNumber !== null && item.publishedRevision === item.revision;
    if (state === 'draft' && !isPublishedAsItStands) {
      return { key, document: item.draft, updatedAt: item.updatedAt, version: undefined };
    }
    const found = snapshot.find(JOURNEY_MAP_TYPE.name, key);
    if (!found) throw ContentErrors.notFound({ singular: 'published journey map', key });
    const updatedAt = item.publishedAt ?? item.updatedAt;
    return { key, document: found.document, updatedAt, version: found.number };
  }

  /** What a map names, as it is published; else as a draft, for whoever draws up both at once. */
  private async lookup({ document }: MapSource, snapshot: ContentSnapshot): Promise<Lookup> {
    const drafts = new Map<string, Readonly<JsonObject>>();
    for (const named of namedBy(document)) {
      if (snapshot.find(named.type, named.key)) continue;
      const draft = await this.draftOf(named);
      if (draft) drafts.set(`${named.type}/${named.key}`, draft);
    }
    return (type, key) => snapshot.find(type, key)?.document ?? drafts.get(`${type}/${key}`);
  }

  private async draftOf(named: Named): Promise<Readonly<JsonObject> | undefined> {
    try {
      return (await this.drafts.require(named)).draft;
    } catch (error) {
      // A draft of a map may name what nobody has made yet.
      if (error instanceof ParcoursError && error.code === NOT_FOUND) return undefined;
      throw error;
    }
  }
}
