import {
  type ActionCompletion,
  type ActionRequest,
  type ActionResult,
  type CallbackRequest,
  type CallbackResult,
  type CallContext,
  type ConnectorCallbacks,
  jsonIn,
  type OpenActionConnector,
  type PluginHostContext,
} from '@parcours/sdk';

import type { HelpdeskConfig } from './helpdesk-config.js';
import { valueAt } from './json-pointers.js';
import { OpenedTickets } from './opened-tickets.js';
import { verdictOn } from './signature.js';
import { TicketOpening } from './ticket-opening.js';
import { newsOf, NoTicket } from './ticket-reading.js';

/** The most tickets in one webhook. */
const MOST_ITEMS = 1_000;

/** A help desk that is described by its configuration. */
export class HelpdeskConnector implements OpenActionConnector {
  readonly callbacks: ConnectorCallbacks = { parse: (request) => this.read(request) };
  private readonly opening: TicketOpening;
  private readonly opened: OpenedTickets;

  constructor(
    private readonly config: HelpdeskConfig,
    private readonly host: PluginHostContext,
  ) {
    this.opened = new OpenedTickets(host.store);
    const { create, timeoutMs, language } = config;
    this.opening = new TicketOpening({ create, timeoutMs, language, host });
  }

  async act(request: ActionRequest, { signal }: CallContext): Promise<ActionResult> {
    const result = await this.opening.open(request, signal);
    if (result.status === 'done') await this.opened.remember(result.output.recordId);
    return result.status === 'done' ? { status: 'done', output: { ...result.output } } : result;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async read(request: CallbackRequest): Promise<CallbackResult> {
    const verdict = verdictOn(request, this.config.signature);
    if (!verdict.isGenuine) return { status: 'bad-signature' };
    const items = this.itemsOf(request);
    if (!items) return { status: 'malformed', detail: 'The body is no ticket, or no list of tickets.' };
    try {
      const news = items.flatMap((item) => newsOf(item, this.config) ?? []);
      const nobody = news.filter(({ event }) => !event).length;
      if (nobody > 0) this.host.logger.info('Tickets name no customer.', { tickets: nobody });
      const id = this.deliveryIdOf(request) ?? verdict.signature;
      return {
        status: 'accepted',
        events: news.flatMap(({ event }) => event ?? []),
        completions: await this.ours(news.flatMap(({ completion }) => completion ?? [])),
        ...(verdict.signedAt !== undefined && { signedAt: verdict.signedAt }),
        ...(id !== undefined && { id }),
      };
    } catch (cause) {
      if (!(cause instanceof NoTicket)) throw cause;
      return { status: 'malformed', detail: cause.message };
    }
  }

  /** A help desk tells of everybody's tickets; a step waits for those that were opened here. */
  private async ours(completions: readonly ActionCompletion[]): Promise<readonly ActionCompletion[]> {
    const isOurs = await Promise.all(completions.map(({ recordId = '' }) => this.opened.isOurs(recordId)));
    return completions.filter((_, at) => isOurs[at]);
  }

  private itemsOf({ rawBody }: CallbackRequest): readonly unknown[] | undefined {
    const body = jsonIn(Buffer.from(rawBody).toString('utf8'));
    if (typeof body !== 'object' || body === null) return undefined;
    const { items } = this.config;
    const listed = items === undefined ? body : valueAt(body, items);
    if (!Array.isArray(listed)) return items === undefined ? [listed] : undefined;
    return listed.length > MOST_ITEMS ? undefined : listed;
  }

  private deliveryIdOf({ headers }: CallbackRequest): string | undefined {
    const { deliveryIdHeader } = this.config;
    return deliveryIdHeader === undefined ? undefined : headers[deliveryIdHeader.toLowerCase()];
  }
}
