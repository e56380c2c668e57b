import { createHash } from 'node:crypto';

import { CUSTOMER_ID_MAX } from '@parcours/audience';
import type { EventEntry } from '@parcours/events';
import { type ErrorItem, type JsonObject, pointer } from '@parcours/kernel';
import type { CrmRecord } from '@parcours/sdk';

import type { LinkToSave } from '../running/sync-ledger.service.js';
import { matchFieldOf, type SyncTask } from '../running/sync-task.js';
import type { SyncIssue } from '../state/issue.store.js';
import type { CrmLink } from '../state/link.store.js';
import { NO_COUNTS } from '../state/sync.store.js';
import { pulled, type Pulled, type PullRequest } from './field-mapping.rules.js';
import { comparable, type KnownPeople } from './people-directory.service.js';

/** The event by which a customer learns from a CRM. */
export const SYNCED_EVENT = 'crm.synced';

type Mutable<T> = { -readonly [M in keyof T]: T[M] };

/** What a page of people comes to; nothing is read or written here. */
export class PeoplePage {
  readonly entries: EventEntry[] = [];
  readonly issues: SyncIssue[] = [];
  readonly settled: string[] = [];
  /** Records of customers who were linked by this page. */
  readonly newlyLinked: { readonly recordId: string; readonly customerKey: string }[] = [];
  readonly counts: Mutable<typeof NO_COUNTS> = { ...NO_COUNTS };
  private readonly saved = new Map<string, LinkToSave>();

  constructor(
    private readonly task: SyncTask,
    private readonly known: KnownPeople,
    private readonly now: number,
  ) {}

  get links(): readonly LinkToSave[] {
    return [...this.saved.values()];
  }

  take(record: CrmRecord): void {
    const link = this.known.links.get(record.id);
    if (record.isDeleted) this.lose(record, link);
    else if (link?.state === 'erased' || link?.state === 'forgotten') return;
    else if (link?.state === 'linked' && link.customerKey !== null) this.pull(record, link, link.customerKey);
    else this.meet(record, link);
  }

  /** It was deleted there. The customer stays as they are; only an erasure here takes a customer away. */
  private lose({ id, mergedInto, changedAt }: CrmRecord, link: CrmLink | undefined): void {
    if (link?.state !== 'linked') return;
    this.counts.deleted += 1;
    const other = mergedInto === undefined ? undefined : this.known.links.get(mergedInto);
    this.save({ ...link, state: 'gone', changedAt, exchangedAt: this.now });
    if (mergedInto === undefined || link.customerKey === null) return;
    if (other?.state === 'linked') {
      this.problem(
        id,
        'crm.merged-there',
        `It was merged into ${mergedInto}, who is another customer here.`,
        link.customerKey,
      );
      return;
    }
    // The one that is left takes over: its values are compared with the customer's when they are read.
    this.save({ ...link, customerKey: null, state: 'gone', changedAt, exchangedAt: this.now });
    const heir = { ...link, recordId: mergedInto, agreed: {}, changedAt, exchangedAt: this.now };
    this.known.links.set(mergedInto, heir);
    this.save(heir);
  }

  /** Nobody is linked to it: not yet, or no more. One that comes back is who it was. */
  private meet(record: CrmRecord, gone: CrmLink | undefined): void {
    const former = gone?.customerKey ?? undefined;
    const isKnown = former !== undefined && this.known.customers.has(former);
    const candidates = isKnown ? [former] : (this.known.candidates.get(record.id) ?? []);
    if (candidates.length > 1) {
      this.problem(
        record.id,
        'crm.customer-ambiguous',
        `${String(candidates.length)} customers have its address.`,
      );
      return;
    }
    const [found] = candidates;
    // Whose customer was merged into another's makes nobody anew.
    const key = found ?? (gone ? former : this.newKey(record));
    if (key === undefined) return;
    if (key.length > CUSTOMER_ID_MAX) {
      this.problem(
        record.id,
        'crm.id-too-long',
        `A customer's id has ${String(CUSTOMER_ID_MAX)} characters at the most.`,
      );
      return;
    }
    const taken = this.known.taken.get(key);
    if (taken?.state === 'linked' && taken.recordId !== record.id) {
      this.problem(record.id, 'crm.customer-taken', `The customer is ${taken.recordId} there already.`, key);
      return;
    }
    const link: CrmLink = {
      syncId: this.task.claim.syncId,
      recordId: record.id,
      customerKey: key,
      state: 'linked',
      // What both had when they parted: whatever changed since is a change.
      agreed: (isKnown ? gone?.agreed : undefined) ?? {},
      pendingId: null,
      changedAt: record.changedAt,
      linkedAt: this.now,
      exchangedAt: this.now,
    };
    if (taken && taken.recordId !== record.id) this.save({ ...taken, customerKey: null });
    this.counts[found === undefined ? 'created' : 'linked'] += 1;
    this.newlyLinked.push({ recordId: record.id, customerKey: key });
    this.pull(record, link, key, { isNew: true });
  }

  /** The id of a new customer; nobody where new ones are not wanted, or the person cannot be told apart. */
  private newKey(record: CrmRecord): string | undefined {
    const { match, newCustomers = true, connector } = this.task.document;
    const value = comparable(match.trait, record.fields[matchFieldOf(this.task)]);
    if (!newCustomers) return undefined;
    return match.trait === 'id' ? value : `${connector}:${record.id}`;
  }

  private pull(record: CrmRecord, link: CrmLink, key: string, { isNew = false } = {}): void {
    const { fields: lines, conflict: rule = 'newest' } = this.task.document;
    const customer = this.known.customers.get(key);
    const isPending = link.pendingId !== null && this.known.pending.has(link.pendingId);
    const stored = customer?.traits ?? {};
    const { traits, agreed, conflicts, defect } = this.fitting({
      lines,
      rule,
      fields: record.fields,
      agreed: link.agreed,
      // What is still on its way to the customer is what both have agreed on.
      traits: isPending ? { ...stored, ...agreedTraits(link, lines) } : stored,
      recordChangedAt: record.changedAt,
      customerChangedAt: customer?.updatedAt ?? 0,
      kindOf: this.task.declared.kindOf,
    });
    if (defect) this.problem(record.id, defect.code, `${defect.pointer} ${defect.detail}`, key);
    else this.settled.push(`person/${record.id}`);
    this.counts.conflicts += conflicts;
    const learns = Object.keys(traits).length > 0;
    const next = { ...link, customerKey: key, agreed, changedAt: record.changedAt, exchangedAt: this.now };
    if (!learns && !(isNew && !customer)) {
      if (isNew || JSON.stringify(agreed) !== JSON.stringify(link.agreed)) this.save(next);
      return;
    }
    if (!isNew) this.counts.changed += 1;
    const entry = this.entryFor({
      customerKey: key,
      traits,
      of: `${record.id} ${String(record.changedAt)}`,
      personId: record.id,
    });
    this.entries.push(entry);
    this.save(next, entry);
  }

  /** Without the lines whose values are not as their traits are declared: nothing is agreed on those, nor is it kept. */
  private fitting(request: PullRequest): Pulled & { readonly defect: ErrorItem | undefined } {
    const found = pulled(request);
    const [defect, ...others] = this.task.declared.defectsOf(found.traits);
    if (!defect) return { ...found, defect };
    const unfit = new Set([defect, ...others].map(({ pointer }) => pointer.split('/')[2] ?? ''));
    const lines = request.lines.filter(({ trait }) => !unfit.has(pointer(trait).slice(1)));
    const isNarrower = lines.length < request.lines.length;
    return { ...this.fitting({ ...request, lines: isNarrower ? lines : [] }), defect };
  }

  entryFor(made: {
    readonly customerKey: string;
    readonly traits: JsonObject;
    readonly of: string;
    readonly personId: string | null;
  }): EventEntry {
    const { customerKey, traits, of, personId } = made;
    const { syncId } = this.task.claim;
    return {
      kind: 'event',
      customerKey,
      name: SYNCED_EVENT,
      messageId: stableId(`${String(syncId)} ${of} ${JSON.stringify(traits)}`),
      occurredAt: this.now,
      properties: { sync: this.task.key, personId, traits: Object.keys(traits) },
      traits,
    };
  }

  private save(link: CrmLink, entry?: EventEntry): void {
    this.saved.set(link.recordId, { link, ...(entry && { entry }) });
    this.known.links.set(link.recordId, link);
    if (link.customerKey !== null) this.known.taken.set(link.customerKey, link);
  }

  private problem(recordId: string, code: string, detail: string, customerKey: string | null = null): void {
    this.issues.push({ subject: `person/${recordId}`, customerKey, code, detail, at: this.now });
  }
}

function agreedTraits({ agreed }: CrmLink, lines: readonly { trait: string; field: string }[]): JsonObject {
  return Object.fromEntries(
    lines.flatMap(({ trait, field }) => (field in agreed ? [[trait, agreed[field] ?? null] as const] : [])),
  );
}

/** An id that a second try of the same makes again. */
export function stableId(text: string): string {
  return `crm-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
}
