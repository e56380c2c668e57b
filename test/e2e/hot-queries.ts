import type { Sql } from '@parcours/database';
import { CustomerStore } from '../../libs/audience/src/customers/customer.store.js';
import { DueStore } from '../../libs/audience/src/memberships/due.store.js';
import { KnownCustomer } from '../../libs/audience/src/memberships/facts/known-customer.js';
import { PastStore, type PastNeeds } from '../../libs/audience/src/memberships/facts/past.store.js';
import { MemberStore } from '../../libs/audience/src/memberships/member.store.js';
import type { Pseudonyms } from '../../libs/audience/src/privacy/pseudonyms.service.js';
import { TombstoneStore } from '../../libs/audience/src/privacy/tombstone.store.js';
import { SuppressionStore } from '../../libs/audience/src/suppressions/suppression.store.js';
import { EventStore } from '../../libs/events/src/event.store.js';
import { InboxStore } from '../../libs/events/src/inbox/inbox.store.js';
import { EnrollmentStore } from '../../libs/journeys/src/enrollments/enrollment.store.js';
import { JourneyPauseStore } from '../../libs/journeys/src/pauses/journey-pause.store.js';
import { EnrollmentSelection } from '../../libs/journeys/src/operations/enrollment-selection.store.js';
import { OperationStore } from '../../libs/journeys/src/operations/operation.store.js';
import { MessagePauseStore } from '../../libs/messaging/src/pauses/message-pause.store.js';
import { CompletedCalls } from '../../libs/journeys/src/completions/completed-call.store.js';
import { CompletionInbox } from '../../libs/journeys/src/completions/completion-inbox.store.js';
import { OutsideCallStore } from '../../libs/journeys/src/outside/outside-call.store.js';
import { ContactStore } from '../../libs/messaging/src/outbox/contact.store.js';
import { ReactionInbox } from '../../libs/messaging/src/reactions/reaction-inbox.store.js';
import { ReactionTargets } from '../../libs/messaging/src/reactions/reaction-target.store.js';
import { FallbackStore } from '../../libs/messaging/src/fallbacks/fallback.store.js';
import { MessageStore } from '../../libs/messaging/src/outbox/message.store.js';
import { ShortLinkStore } from '../../libs/messaging/src/short-links/short-link.store.js';
import { ReviewPlanStore } from '../../libs/collaboration/src/reviews/review-plan.store.js';
import { DeliveryStore } from '../../libs/webhooks/src/deliveries/delivery.store.js';
import { EndpointStore } from '../../libs/webhooks/src/endpoints/endpoint.store.js';
import { WebhookEventStore } from '../../libs/webhooks/src/events/webhook-event.store.js';

/** A statement of the hot path, and the index that has to serve it on either database. */
export interface HotQuery {
  readonly what: string;
  readonly table: string;
  readonly index: string;
  /** What SQLite calls it, where that differs. */
  readonly sqliteIndex?: string;
  /** Issues the statement. */
  readonly ask: (sql: Sql) => Promise<unknown>;
}

// No store needs what it is constructed with for the statements below.
const inbox = new InboxStore(...([] as unknown as ConstructorParameters<typeof InboxStore>));
const events = new EventStore();
const pseudonyms = { ofCustomer: (id: string) => id, ofAddress: (address: string) => address } as Pseudonyms;
const tombstones = new TombstoneStore(pseudonyms);
const customers = new CustomerStore(tombstones);
const enrollments = new EnrollmentStore();
const messages = new MessageStore();
const contacts = new ContactStore();
const reactionInbox = new ReactionInbox(...([] as unknown as ConstructorParameters<typeof ReactionInbox>));
const reactionTargets = new ReactionTargets();
const fallbacks = new FallbackStore();
const shortLinks = new ShortLinkStore();
const outsideCalls = new OutsideCallStore();
const completedCalls = new CompletedCalls();
const completionInbox = new CompletionInbox(
  ...([] as unknown as ConstructorParameters<typeof CompletionInbox>),
);
const reviewPlans = new ReviewPlanStore(...([] as unknown as ConstructorParameters<typeof ReviewPlanStore>));
const webhookEvents = new WebhookEventStore();
const webhookDeliveries = new DeliveryStore();
const webhookEndpoints = new EndpointStore();
const suppressions = new SuppressionStore(pseudonyms);

const members = new MemberStore();
const dues = new DueStore(...([] as unknown as ConstructorParameters<typeof DueStore>));
const past = new PastStore();

const selection = new EnrollmentSelection();
const journeyPauses = new JourneyPauseStore();
const operations = new OperationStore();
const messagePauses = new MessagePauseStore();

const lane = 3;
const now = 1_000_000;
const ids = [11, 12, 13];
const share = { connectorId: 7, share: 1, from: 0 };

/** The statements that run for every batch of a lane or of a delivery, or for every sweep. */
export const HOT_QUERIES: readonly HotQuery[] = [
  {
    what: 'taking a lane’s inbox',
    table: 'event_inbox',
    index: 'PRIMARY',
    sqliteIndex: 'sqlite_autoindex_event_inbox_1',
    ask: (sql) => inbox.take(sql, lane, 1_000),
  },
  {
    what: 'clearing what was taken',
    table: 'event_inbox',
    index: 'PRIMARY',
    sqliteIndex: 'sqlite_autoindex_event_inbox_1',
    ask: (sql) => inbox.remove(sql, lane, ids),
  },
  {
    what: 'finding lanes with entries',
    table: 'i',
    index: 'PRIMARY',
    sqliteIndex: 'sqlite_autoindex_event_inbox_1',
    ask: (sql) => inbox.lanesWithEntries(sql),
  },
  {
    what: 'finding message ids that were seen',
    table: 'events',
    index: 'uq_events_message_id',
    ask: (sql) => events.knownMessageIds(sql, lane, ['m-1', 'm-2']),
  },
  {
    what: 'locking customers by their own ids',
    table: 'customers',
    index: 'uq_customers_external_id',
    sqliteIndex: 'sqlite_autoindex_customers_1',
    ask: (sql) => customers.lockByExternalIds(sql, ['c-1', 'c-2']),
  },
  {
    what: 'locking customers by id',
    table: 'customers',
    index: 'PRIMARY',
    sqliteIndex: 'INTEGER PRIMARY KEY',
    ask: (sql) => customers.lockByIds(sql, ids),
  },
  {
    what: 'looking for suppressed addresses',
    table: 'suppressions',
    index: 'uq_suppressions_address',
    ask: (sql) =>
      suppressions.holding(sql, { channel: 'email', addresses: ['a-1@example.com', 'a-2@example.com'], now }),
  },
  {
    what: 'handing on rows of those who were merged',
    table: 'event_inbox',
    index: 'PRIMARY',
    sqliteIndex: 'sqlite_autoindex_event_inbox_1',
    ask: (sql) => inbox.readdress(sql, { lane, ids, to: { lane: 4, customerKey: 'c-9' } }),
  },
  {
    what: 'taking due enrollments',
    table: 'enrollments',
    index: 'ix_enrollments_due',
    ask: (sql) => enrollments.due(sql, { lane, now, limit: 1_000 }),
  },
  {
    what: 'finding a lane’s next due time',
    table: 'enrollments',
    index: 'ix_enrollments_due',
    ask: (sql) => enrollments.nextDueAt(sql, lane),
  },
  {
    what: 'finding every lane’s next due time',
    table: 'e',
    index: 'ix_enrollments_due',
    ask: (sql) => enrollments.nextDueByLane(sql),
  },
  {
    what: 'reading customers’ active enrollments',
    table: 'enrollments',
    index: 'ix_enrollments_customer',
    ask: (sql) => enrollments.activeOf(sql, ids),
  },
  {
    what: 'reading customers’ past enrollments',
    table: 'enrollments',
    index: 'ix_enrollments_customer',
    ask: (sql) => enrollments.pastOf(sql, ids, [1]),
  },
  {
    what: 'asking whether anybody was erased in a lane',
    table: 'customer_tombstones',
    index: 'ix_customer_tombstones_lane',
    ask: (sql) => tombstones.erasedAt(sql, [{ lane, externalId: 'c-1' }]),
  },
  {
    what: 'claiming messages',
    table: 'messages',
    index: 'ix_messages_queue',
    ask: (sql) => messages.claim(sql, { ...share, now, limit: 500, until: now + 15_000 }),
  },
  {
    what: 'finding a delivery’s next due time',
    table: 'messages',
    index: 'ix_messages_queue',
    ask: (sql) => messages.nextDueAt(sql, share),
  },
  {
    what: 'taking reactions',
    table: 'reaction_inbox',
    index: 'ix_reaction_inbox_due',
    ask: (sql) => reactionInbox.takeDue(sql, { now, limit: 1_000 }),
  },
  {
    what: 'looking at the reactions to a message together',
    table: 'reaction_inbox',
    index: 'ix_reaction_inbox_message',
    ask: (sql) => reactionInbox.ofMessages(sql, ids),
  },
  {
    what: 'sweeping short links that lead nowhere any more',
    table: 'short_links',
    index: 'ix_short_links_sent',
    ask: (sql) => shortLinks.sweep(sql, now, 2_000),
  },
  {
    what: 'finding messages by their providers’ names',
    table: 'messages',
    index: 'ix_messages_provider',
    ask: (sql) => reactionTargets.byProvider(sql, 7, ['a', 'b']),
  },
  {
    what: 'withdrawing messages',
    table: 'messages',
    index: 'uq_messages_step_leg',
    ask: (sql) => messages.withdraw(sql, ids, now),
  },
  {
    what: 'claiming calls to a system',
    table: 'outside_calls',
    index: 'ix_outside_calls_queue',
    ask: (sql) => outsideCalls.claim(sql, { target: 'host-a', now, limit: 16, until: now + 15_000 }),
  },
  {
    what: 'finding when a system is called next',
    table: 'outside_calls',
    index: 'ix_outside_calls_queue',
    ask: (sql) => outsideCalls.nextDueAt(sql, 'host-a'),
  },
  {
    what: 'finding systems that calls are due to',
    table: 'outside_calls',
    index: 'ix_outside_calls_due',
    ask: (sql) => outsideCalls.overdue(sql, now),
  },
  {
    what: 'withdrawing calls',
    table: 'outside_calls',
    index: 'uq_outside_calls_visit',
    ask: (sql) => outsideCalls.withdraw(sql, ids, now),
  },
  {
    what: 'finding the calls of a record',
    table: 'outside_calls',
    index: 'ix_outside_calls_record',
    ask: (sql) => completedCalls.find(sql, { ids: [], recordIds: ['task-1', 'task-2'] }),
  },
  {
    what: 'taking completions that are due',
    table: 'completion_inbox',
    index: 'ix_completion_inbox_due',
    ask: (sql) => completionInbox.takeDue(sql, { now, limit: 100 }),
  },
  {
    what: 'taking reviews that are due',
    table: 'content_review_plans',
    index: 'ix_content_review_plans_notify',
    ask: (sql) => reviewPlans.takeDue(sql, now, 100),
  },
  {
    what: 'finding events that webhooks have not heard of',
    table: 'webhook_events',
    index: 'ix_webhook_events_pending',
    ask: (sql) => webhookEvents.pendingIds(sql, 200),
  },
  {
    what: 'claiming deliveries of a webhook',
    table: 'webhook_deliveries',
    index: 'ix_webhook_deliveries_queue',
    ask: (sql) => webhookDeliveries.claim(sql, { itemId: 7, now, limit: 8, until: now + 30_000 }),
  },
  {
    what: 'finding a webhook’s next due time',
    table: 'webhook_deliveries',
    index: 'ix_webhook_deliveries_queue',
    ask: (sql) => webhookDeliveries.nextDueAt(sql, 7),
  },
  {
    what: 'finding webhooks that have something to be delivered',
    table: 'd',
    index: 'ix_webhook_deliveries_queue',
    ask: (sql) => webhookEndpoints.overdue(sql, now),
  },
  {
    what: 'taking customers whom segments have to be asked about',
    table: 'segment_due',
    index: 'ix_segment_due_lane',
    ask: (sql) => dues.take(sql, { lane, now, limit: 1_000 }),
  },
  {
    what: 'finding a lane’s next time for segments',
    table: 'segment_due',
    index: 'ix_segment_due_lane',
    ask: (sql) => dues.nextDueAt(sql, lane),
  },
  {
    what: 'reading where customers belong',
    table: 'segment_members',
    index: 'PRIMARY',
    sqliteIndex: 'sqlite_autoindex_segment_members_1',
    ask: (sql) => members.standings(sql, ids),
  },
  {
    what: 'reading customers’ past events of some names',
    table: 'events',
    index: 'ix_events_customer_name',
    ask: (sql) => recall(sql, { events: new Map([['e', { withinMs: 1_000, needsProperties: false }]]) }),
  },
  {
    what: 'reading customers’ passages through some journeys',
    table: 'enrollments',
    index: 'ix_enrollments_customer',
    ask: (sql) => recall(sql, { journeyIds: [1] }),
  },
  {
    what: 'choosing enrollments of a lane for an operation',
    table: 'e',
    index: 'ix_enrollments_standing',
    ask: (sql) =>
      selection.next(sql, { journeyId: 1, filter: { steps: ['s'] }, at: now, lane, after: 0, limit: 1_000 }),
  },
  {
    what: 'choosing enrollments of a lane for a migration',
    table: 'enrollments',
    index: 'ix_enrollments_standing',
    ask: (sql) => selection.migrants(sql, { journeyId: 1, lane, after: 0, versions: [1], limit: 5_000 }),
  },
  {
    what: 'counting where those under way stand',
    table: 'e',
    index: 'ix_enrollments_standing',
    ask: (sql) => selection.standings(sql, 1),
  },
  {
    what: 'finding lanes of operations that are left',
    table: 'operation_lanes',
    index: 'ix_operation_lanes_left',
    ask: (sql) => operations.unfinished(sql),
  },
  {
    what: 'reading pauses of messages',
    table: 'message_pauses',
    index: 'ix_message_pauses_released',
    ask: (sql) => messagePauses.current(sql),
  },
  {
    what: 'reading whether a journey is paused',
    table: 'journey_pauses',
    index: 'PRIMARY',
    sqliteIndex: 'sqlite_autoindex_journey_pauses_1',
    ask: (sql) => journeyPauses.find(sql, 1),
  },
  {
    what: 'reading what caps count of customers',
    table: 'messages',
    index: 'ix_messages_contact',
    ask: (sql) => contacts.recent(sql, { customerIds: ids, since: now, now }),
  },
  {
    what: 'looking for messages that are to be followed by another one',
    table: 'messages',
    index: 'ix_messages_fallback',
    ask: (sql) => fallbacks.takeDue(sql, now, 10),
  },
  {
    what: 'looking when the next message is to be followed by another one',
    table: 'messages',
    index: 'ix_messages_fallback',
    ask: (sql) => fallbacks.nextDueAt(sql),
  },
  {
    what: 'reading what became of customers’ messages',
    table: 'm',
    index: 'ix_messages_customer',
    ask: (sql) => recall(sql, { templateIds: [1] }),
  },
];

const NUMBERS = { group: () => 1, journey: () => 1, template: () => 1 };
const NOTHING: PastNeeds = { events: new Map(), journeyIds: [], templateIds: [] };

function recall(sql: Sql, needs: Partial<PastNeeds>): Promise<void> {
  const people = new Map(ids.map((id) => [id, new KnownCustomer(NUMBERS, {})]));
  return past.recall(sql, { customers: people, needs: { ...NOTHING, ...needs }, now });
}
