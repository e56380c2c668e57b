import type { Database } from '@parcours/database';
import type { Arrival } from './counting-sink.js';
import type { Installation } from './installation.js';
import type { Ledger, Person } from './ledger.js';

/** What the tables and the mail server say in the end, held against the ledger. */
export interface Audit {
  /** Every promise that was broken, in words; empty when all is well. */
  readonly breaches: readonly string[];
  /** Messages that arrived more than once. */
  readonly doubled: number;
  /** Message rows that are marked as perhaps sent twice. */
  readonly marked: number;
  readonly messageIds: readonly number[];
}

interface EnrollmentRow {
  readonly id: number;
  readonly customer_key: string;
  readonly is_active: number;
  readonly end_reason: string | null;
}

interface MessageRow {
  readonly id: number;
  readonly enrollment_id: number;
  readonly step: string;
  readonly is_sent: number;
  readonly maybe_duplicate: number;
}

const SENT = 2;

/** `messagesOf` names the message steps of a person's way; `path` every step of it. */
export interface Expectation {
  readonly messagesOf: (person: Person) => readonly string[];
  readonly visits: number;
}

export const TWO_MAILS: Expectation = { messagesOf: ({ plan }) => ['hello', plan], visits: 4 };
export const ONE_WAIT: Expectation = { messagesOf: () => ['hello'], visits: 3 };

/** Call it when everything has come to rest. */
export async function audit(
  installation: Installation,
  ledger: Ledger,
  { messagesOf, visits }: Expectation = TWO_MAILS,
): Promise<Audit> {
  const { database, sink } = installation;
  const breaches: string[] = [];
  const enrollments = await enrollmentsOf(database);
  const messages = await messagesIn(database);
  const people = new Map(ledger.people.map((person) => [person.customerId, person]));

  checkEvents(await eventCounts(database), ledger, breaches);
  checkEnrollments(enrollments, people, breaches);
  checkVisits(await visitCounts(database), visits, breaches);
  const owners = new Map(enrollments.map(({ id, customer_key }) => [id, people.get(customer_key)]));
  checkRows(messages, owners, messagesOf, breaches);
  checkArrivals(messages, owners, sink.arrivals, breaches);
  if (sink.nameless > 0) breaches.push(`${String(sink.nameless)} messages arrived without their id`);
  const [buried] = await count(database, 'SELECT COUNT(*) AS n FROM event_dead_letters');
  if (buried?.n !== 0) breaches.push(`${String(buried?.n)} dead letters`);

  return {
    breaches: breaches.slice(0, 20),
    doubled: [...sink.arrivals.values()].filter(({ times }) => times > 1).length,
    marked: messages.filter(({ maybe_duplicate }) => maybe_duplicate === 1).length,
    messageIds: messages.map(({ id }) => id),
  };
}

function checkEvents(
  counts: readonly { message_id: string; n: number }[],
  ledger: Ledger,
  breaches: string[],
): void {
  const kept = new Map(counts.map(({ message_id, n }) => [message_id, n]));
  for (const id of ledger.acknowledged.keys()) {
    const times = kept.get(id) ?? 0;
    if (times !== 1) breaches.push(`the acknowledged event ${id} is kept ${String(times)} times`);
  }
}

function checkEnrollments(
  enrollments: readonly EnrollmentRow[],
  people: ReadonlyMap<string, Person>,
  breaches: string[],
): void {
  const seen = new Map<string, number>();
  for (const { id, customer_key, is_active, end_reason } of enrollments) {
    seen.set(customer_key, (seen.get(customer_key) ?? 0) + 1);
    if (is_active === 1 || end_reason !== 'completed') {
      breaches.push(`enrollment ${String(id)} of ${customer_key} is ${end_reason ?? 'not over'}`);
    }
  }
  for (const customerId of people.keys()) {
    const times = seen.get(customerId) ?? 0;
    if (times !== 1) breaches.push(`${customerId} was enrolled ${String(times)} times`);
  }
}

function checkVisits(
  counts: readonly { enrollment_id: number; n: number; last: number }[],
  visits: number,
  breaches: string[],
): void {
  for (const { enrollment_id, n, last } of counts) {
    if (n !== visits || last !== visits) {
      breaches.push(
        `the history of ${String(enrollment_id)} has ${String(n)} entries and ends with ${String(last)}`,
      );
    }
  }
}

function checkRows(
  messages: readonly MessageRow[],
  owners: ReadonlyMap<number, Person | undefined>,
  messagesOf: Expectation['messagesOf'],
  breaches: string[],
): void {
  const stepsOf = new Map<number, string[]>();
  for (const { id, enrollment_id, step, is_sent } of messages) {
    if (!is_sent) breaches.push(`message ${String(id)} was not sent`);
    const steps = stepsOf.get(enrollment_id);
    if (steps) steps.push(step);
    else stepsOf.set(enrollment_id, [step]);
  }
  for (const [enrollment, person] of owners) {
    const steps = (stepsOf.get(enrollment) ?? []).join();
    const expected = person ? messagesOf(person).join() : '';
    if (steps !== expected)
      breaches.push(`enrollment ${String(enrollment)} has messages ${steps}, not ${expected}`);
  }
}

function checkArrivals(
  messages: readonly MessageRow[],
  owners: ReadonlyMap<number, Person | undefined>,
  arrivals: ReadonlyMap<string, Arrival>,
  breaches: string[],
): void {
  const unexplained = new Set(arrivals.keys());
  for (const { id, enrollment_id, maybe_duplicate } of messages) {
    const arrival = arrivals.get(String(id));
    unexplained.delete(String(id));
    if (!arrival) breaches.push(`message ${String(id)} never arrived`);
    else if (arrival.recipient !== owners.get(enrollment_id)?.address) {
      breaches.push(`message ${String(id)} went to ${arrival.recipient}`);
    } else if (arrival.times > 1 && maybe_duplicate !== 1) {
      breaches.push(`message ${String(id)} arrived ${String(arrival.times)} times and is not marked`);
    }
  }
  for (const id of unexplained) breaches.push(`message ${id} arrived and is in no table`);
}

function count(database: Database, text: string): Promise<{ n: number }[]> {
  return database.sql.select<{ n: number }>(text);
}

function eventCounts(database: Database) {
  return database.sql.select<{ message_id: string; n: number }>(
    'SELECT message_id, COUNT(*) AS n FROM events GROUP BY message_id',
  );
}

function enrollmentsOf(database: Database): Promise<EnrollmentRow[]> {
  return database.sql.select<EnrollmentRow>(
    `SELECT e.id, c.external_id AS customer_key, e.is_active, e.end_reason
     FROM enrollments e JOIN customers c ON c.id = e.customer_id`,
  );
}

function visitCounts(database: Database) {
  return database.sql.select<{ enrollment_id: number; n: number; last: number }>(
    `SELECT e.id AS enrollment_id, COUNT(s.visit) AS n, COALESCE(MAX(s.visit), 0) AS last
     FROM enrollments e LEFT JOIN enrollment_steps s ON s.enrollment_id = e.id GROUP BY e.id`,
  );
}

function messagesIn(database: Database): Promise<MessageRow[]> {
  return database.sql.select<MessageRow>(
    `SELECT id, enrollment_id, step, CASE WHEN status = ${String(SENT)} THEN 1 ELSE 0 END AS is_sent, maybe_duplicate
     FROM messages ORDER BY id`,
  );
}
