import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { type ContentSnapshot, PublishedContent, type PublishedVersion } from '@parcours/content';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { CONNECTOR_TYPE, type ConnectorDocument } from '../connectors/connector.type.js';
import { type GateState, isShut, NEW_GATE } from './gate-state.js';
import { type GateTerms, hasTerms, NO_TERMS } from './gate-terms.js';
import { GateStore } from './gate.store.js';
import { quotaOn } from './warm-up.rules.js';

/** How old what is known may be, in milliseconds. */
const KNOWN_MS = 250;

interface Page {
  readonly readAt: number;
  readonly content: ContentSnapshot;
  readonly states: ReadonlyMap<number, GateState>;
}

type PublishedConnector = Pick<PublishedVersion<ConnectorDocument>, 'versionId' | 'document'>;

interface Look {
  readonly published: PublishedConnector | undefined;
  readonly states: ReadonlyMap<number, GateState>;
}

function lookUp({ content, states }: Page, connectorId: number): Look {
  return { published: content.all(CONNECTOR_TYPE).find(({ itemId }) => itemId === connectorId), states };
}

/** What is known of a connector's gate, a moment ago. */
export interface GateGlance {
  readonly terms: GateTerms;
  /** Somebody has to ask before messages go through. */
  readonly isGuarded: boolean;
}

/**
 * What is asked of connectors, read for all of them together and a few times a second at the most: claims from
 * connectors that limit nothing and are within reach cost no statement more.
 */
@Injectable()
export class GateBook {
  private page: Promise<Page> | undefined;

  constructor(
    private readonly database: Database,
    private readonly content: PublishedContent,
    private readonly store: GateStore,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /** Not inside a transaction. */
  async glance(connectorId: number): Promise<GateGlance> {
    const { published, states } = await this.look(connectorId);
    const now = this.clock.now();
    const terms = published ? this.termsOf(published, now) : NO_TERMS;
    const isGuarded = hasTerms(terms) || isShut(states.get(connectorId) ?? NEW_GATE, now);
    return { terms, isGuarded };
  }

  termsOf({ versionId, document }: PublishedConnector, now: number): GateTerms {
    const { limits = {}, warmUp } = document;
    return { versionId, limits, quota: warmUp && quotaOn(warmUp, now, this.config.workspace.timezone) };
  }

  /** What is known is out of date. */
  forget(): void {
    this.page = undefined;
  }

  /** One that the page does not know was published since: its limits count from its first message. */
  private async look(connectorId: number): Promise<Look> {
    const known = lookUp(await this.current(), connectorId);
    if (known.published) return known;
    this.forget();
    return lookUp(await this.current(), connectorId);
  }

  private async current(): Promise<Page> {
    const known = await this.page;
    if (known && this.clock.now() - known.readAt < KNOWN_MS) return known;
    const read = this.read();
    this.page = read;
    // What could not be read is read again by whoever asks next.
    read.catch(() => {
      this.forget();
    });
    return read;
  }

  private async read(): Promise<Page> {
    const readAt = this.clock.now();
    const content = await this.content.snapshot();
    return { readAt, content, states: await this.store.all(this.database.sql) };
  }
}
