import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { ContentHistory, type ContentSnapshot, DraftService, PublishedContent } from '@parcours/content';
import { type DiagramTheme, drawJourney, outlineJourney, type PictureContext } from '@parcours/engine';
import { isJsonObject, type JsonObject, type Language, resolveText } from '@parcours/kernel';
import { LRUCache } from 'lru-cache';

import { JourneyErrors } from '../journeys.errors.js';
import { CONTENT_TYPE_OF, JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { StepCatalogue } from '../templates/step-catalogue.service.js';
import { LayoutThread } from './layout-thread.js';

/** Which journey, in which state, for whom. */
export interface DiagramRequest {
  readonly key: string;
  /** `draft`, `published`, or the number of a version. */
  readonly version: string;
  readonly language: Language;
}

/** A text to be sent, with the tag that changes when it does. */
export interface Diagram {
  readonly text: string;
  readonly tag: string;
}

interface JourneyState {
  /** Names this state of this journey; it never stands for another. */
  readonly id: string;
  readonly document: JsonObject;
  /** Undefined for the draft. */
  readonly number: number | undefined;
}

const KEPT_DRAWINGS = 50;

/** Journeys as pictures and as lists in words. */
@Injectable()
export class JourneyDiagrams {
  /** Drawings that are done, or on their way: equal requests at one time draw once. */
  private readonly drawings = new LRUCache<string, Promise<Diagram>>({ max: KEPT_DRAWINGS });

  constructor(
    private readonly drafts: DraftService,
    private readonly history: ContentHistory,
    private readonly published: PublishedContent,
    private readonly thread: LayoutThread,
    private readonly steps: StepCatalogue,
  ) {}

  /** @throws content.not-found, content.version-not-found, journeys.not-published, engine.diagram-too-large */
  async draw(request: DiagramRequest, theme: DiagramTheme): Promise<Diagram> {
    const state = await this.stateOf(request);
    const snapshot = await this.published.snapshot();
    const { language } = request;
    const name = [state.id, snapshot.revision, language, theme].join(' ');
    const known = this.drawings.get(name);
    if (known) return known;
    const drawing = drawJourney(state.document['definition'], {
      ...contextOf(snapshot, language),
      name: nameOf(state.document, language) ?? request.key,
      subtitle: subtitleOf(state, language),
      theme,
      layout: this.thread.layout,
      stepTypes: this.steps.types(),
    }).then(tagged);
    this.drawings.set(name, drawing);
    drawing.catch(() => this.drawings.delete(name));
    return drawing;
  }

  /** @throws content.not-found, content.version-not-found, journeys.not-published */
  async outline(request: DiagramRequest): Promise<Diagram> {
    const { document } = await this.stateOf(request);
    const context = contextOf(await this.published.snapshot(), request.language);
    return tagged(`${outlineJourney(document['definition'], context, this.steps.types())}\n`);
  }

  private async stateOf({ key, version }: DiagramRequest): Promise<JourneyState> {
    const address = { type: JOURNEY_TEMPLATE_TYPE.name, key };
    const item = await this.drafts.require(address);
    if (version === 'draft') {
      return {
        id: `${String(item.id)} revision ${String(item.revision)}`,
        document: item.draft,
        number: undefined,
      };
    }
    const number = version === 'published' ? item.publishedNumber : Number(version);
    if (number === null) throw JourneyErrors.notPublished({ key });
    const { document } = await this.history.version(address, { number });
    return {
      id: `${String(item.id)} version ${String(number)}`,
      document: isJsonObject(document) ? document : {},
      number,
    };
  }
}

function contextOf(snapshot: ContentSnapshot, language: Language): PictureContext {
  return {
    language,
    nameOf: (kind, key) => {
      const found = snapshot.find(CONTENT_TYPE_OF[kind], key);
      return found && nameOf(found.document, language);
    },
  };
}

function nameOf({ name }: JsonObject, language: Language): string | undefined {
  if (typeof name === 'string') return name;
  if (!isJsonObject(name)) return undefined;
  const texts = Object.entries(name).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return texts.length === 0 ? undefined : resolveText(Object.fromEntries(texts), language);
}

function subtitleOf({ number, document }: JourneyState, language: Language): string {
  const { definition } = document;
  const steps = isJsonObject(definition) && isJsonObject(definition['steps']) ? definition['steps'] : {};
  const count = Object.keys(steps).length;
  if (language === 'fr') {
    const state = number === undefined ? 'Brouillon' : `Version ${String(number)}`;
    return `${state} · ${String(count)} étape${count > 1 ? 's' : ''}`;
  }
  const state = number === undefined ? 'Draft' : `Version ${String(number)}`;
  return `${state} · ${String(count)} step${count === 1 ? '' : 's'}`;
}

function tagged(text: string): Diagram {
  return { text, tag: createHash('sha256').update(text).digest('base64url').slice(0, 27) };
}
