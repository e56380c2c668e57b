import { createHash } from 'node:crypto';

import {
  type CallContext,
  isCrmFailure,
  type JsonObject,
  type JsonValue,
  type KeepResult,
  type PersonToKeep,
  type PluginHostContext,
} from '@parcours/sdk';

import { beingCreated, keepResultOf, notAnswered, severalMatches, type WriteKind } from './keep-results.js';
import type { SalesforceApi } from './salesforce-api.js';
import type { SalesforceConfig } from './salesforce-config.js';
import { failure } from './salesforce-errors.js';
import { fieldName, listsOf, quoted } from './soql.js';

/** Somebody who is being created is left to whoever creates them, in milliseconds; longer than a call takes. */
const CLAIM_MS = 150_000;

/** What is asked of one record of a collection. */
interface Write {
  readonly person: PersonToKeep;
  readonly record: JsonObject;
  readonly kind: WriteKind;
  readonly keep: (result: KeepResult) => void;
}

type Waiting = Pick<Write, 'person' | 'keep'>;

/** Creates and changes people, up to 200 a call. */
export class SalesforcePeople {
  /** Who is looked up by a value and perhaps created: one call after the other. */
  private creating: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly api: SalesforceApi,
    private readonly config: SalesforceConfig,
    private readonly host: PluginHostContext,
  ) {}

  async keep(people: readonly PersonToKeep[], call: CallContext): Promise<readonly KeepResult[]> {
    const results = new Map<PersonToKeep, KeepResult>();
    for (const wave of wavesOf(people)) {
      const waiting = wave.map((person) => ({
        person,
        keep: (result: KeepResult) => {
          results.set(person, result);
        },
      }));
      await this.keepWave(waiting, call).catch((cause: unknown) => {
        if (!isCrmFailure(cause)) throw cause;
        for (const { person, keep } of waiting) {
          if (!results.has(person)) keep({ status: 'failed', error: cause.error });
        }
      });
    }
    return people.map((person) => results.get(person) ?? notAnswered());
  }

  private async keepWave(waiting: readonly Waiting[], call: CallContext): Promise<void> {
    const external = this.config.externalIds?.person;
    const isExternal = ({ person: { match } }: Waiting) => match.field === external;
    const known = waiting.filter(({ person }) => person.personId !== undefined);
    const unknown = waiting.filter(({ person }) => person.personId === undefined);
    await this.write(
      known.map((each) => this.update(each, each.person.personId ?? '')),
      call,
    );
    await this.write(
      unknown.filter(isExternal).map((each) => this.upsert(each)),
      call,
    );
    const toFind = unknown.filter((each) => !isExternal(each));
    if (toFind.length === 0) return;
    const mine = this.creating.then(() => this.findAndWrite(toFind, call));
    this.creating = mine.catch(() => undefined);
    await mine;
  }

  private async findAndWrite(waiting: readonly Waiting[], call: CallContext): Promise<void> {
    const found = await this.idsOf(waiting, call);
    const writes: Write[] = [];
    for (const each of waiting) {
      const [id, ...others] = found.get(keyOf(each.person)) ?? [];
      if (others.length > 0) each.keep(severalMatches(each.person));
      else if (id !== undefined) writes.push(this.update(each, id));
      else if (await this.claim(each.person)) writes.push(this.create(each));
      else each.keep(beingCreated());
    }
    await this.write(writes, call);
  }

  /** The ids of those whom a value finds, by `keyOf`. */
  private async idsOf(waiting: readonly Waiting[], call: CallContext): Promise<Map<string, string[]>> {
    const byField = new Map<string, string[]>();
    for (const { match } of waiting.map(({ person }) => person)) {
      byField.set(match.field, [...(byField.get(match.field) ?? []), match.value.trim()]);
    }
    const found = new Map<string, string[]>();
    for (const [name, values] of byField) {
      const field = matchField(name);
      for (const list of listsOf([...new Set(values)])) {
        const soql = `SELECT Id, ${field} FROM ${this.config.personObject} WHERE ${field} IN (${list.map(quoted).join(',')})`;
        for (const row of (await this.api.query(soql, call)).records) {
          const key = keyOf({ match: { field: name, value: textIn(row, field) } });
          found.set(key, [...(found.get(key) ?? []), String(row['Id'])]);
        }
      }
    }
    return found;
  }

  private update({ person, keep }: Waiting, id: string): Write {
    return { person, keep, kind: 'update', record: { ...this.recordOf(person), id } };
  }

  private create({ person, keep }: Waiting): Write {
    const { field, value } = person.match;
    const record = { ...this.recordOf(person), [matchField(field)]: value.trim() };
    return { person, keep: this.unclaiming(person, keep), kind: 'create', record };
  }

  private upsert({ person, keep }: Waiting): Write {
    const { field, value } = person.match;
    return { person, keep, kind: 'upsert', record: { ...this.recordOf(person), [field]: value } };
  }

  private recordOf({ fields }: PersonToKeep): JsonObject {
    const values = Object.entries(fields).filter(([name]) => !/^(id|attributes)$/i.test(name));
    return {
      attributes: { type: this.config.personObject },
      ...Object.fromEntries(values.map(([name, value]) => [fieldName(name), valueOf(value)])),
    };
  }

  /** A record that cannot be read at all lets the whole call fail: the rest is told from it by halves. */
  private async write(writes: readonly Write[], call: CallContext): Promise<void> {
    for (const kind of ['update', 'upsert', 'create'] as const) {
      const some = writes.filter((write) => write.kind === kind);
      if (some.length > 0) await this.writeAlike(some, call);
    }
  }

  private async writeAlike(writes: readonly Write[], call: CallContext): Promise<void> {
    try {
      const results = await this.send(writes, call);
      for (const [n, { keep, kind, person }] of writes.entries()) {
        keep(keepResultOf(results[n], { kind, key: person.match.field }));
      }
    } catch (cause) {
      if (!isCrmFailure(cause)) throw cause;
      const { error } = cause;
      if (error.class === 'permanent' && writes.length > 1) {
        const middle = Math.ceil(writes.length / 2);
        await this.writeAlike(writes.slice(0, middle), call);
        await this.writeAlike(writes.slice(middle), call);
      } else {
        for (const { keep } of writes) keep({ status: 'failed', error });
      }
    }
  }

  private async send(writes: readonly Write[], call: CallContext): Promise<readonly unknown[]> {
    const [first] = writes;
    const isUpsert = first?.kind === 'upsert';
    const field = isUpsert ? `/${this.config.personObject}/${first.person.match.field}` : '';
    const { body } = await this.api.call(
      {
        method: first?.kind === 'create' ? 'POST' : 'PATCH',
        path: `/composite/sobjects${field}`,
        body: { allOrNone: false, records: writes.map(({ record }) => record) },
        headers: duplicateRule(this.config),
      },
      call,
    );
    if (Array.isArray(body) && body.length === writes.length) return body as unknown[];
    throw failure('temporary', 'unreadable-answer', 'The answer does not hold one result for each record.');
  }

  /** True for the one who creates this person: of two processes that have found nobody, one waits and looks again. */
  private claim(person: PersonToKeep): Promise<boolean> {
    return this.host.store.claim(this.claimOf(person), 1, { ttlMs: CLAIM_MS });
  }

  /** Whoever was refused may be tried again at once. One that may have been created stays claimed: it is found soon. */
  private unclaiming(person: PersonToKeep, keep: Write['keep']): Write['keep'] {
    return (result) => {
      keep(result);
      const isRefused = result.status === 'failed' && result.error.maybeSent !== true;
      if (isRefused) void this.host.store.delete(this.claimOf(person)).catch(() => undefined);
    };
  }

  private claimOf(person: PersonToKeep): string {
    return `creating-${createHash('sha256').update(keyOf(person)).digest('base64url')}`;
  }
}

/** The header by which a warning of a duplicate rule is overruled. */
export function duplicateRule({ allowDuplicates }: SalesforceConfig): Record<string, string> {
  return allowDuplicates ? { 'sforce-duplicate-rule-header': 'allowSave=true' } : {};
}

/** Nobody twice in one call, which Salesforce refuses: the second time in the next. */
function wavesOf(people: readonly PersonToKeep[]): readonly (readonly PersonToKeep[])[] {
  const waves: PersonToKeep[][] = [];
  const times = new Map<string, number>();
  for (const person of people) {
    const key = person.personId ?? keyOf(person);
    const nth = times.get(key) ?? 0;
    times.set(key, nth + 1);
    (waves[nth] ??= []).push(person);
  }
  return waves;
}

/** Salesforce compares texts without regard to case. */
function keyOf({ match: { field, value } }: Pick<PersonToKeep, 'match'>): string {
  return `${field}=${value.trim().toLowerCase()}`;
}

/** A person of a value can be created: it is no field of a related record. */
function matchField(name: string): string {
  return fieldName(name.replaceAll('.', ' '));
}

/** Salesforce answers a field under its own spelling. */
function textIn(row: Readonly<Record<string, unknown>>, field: string): string {
  const [, value] = Object.entries(row).find(([name]) => name.toLowerCase() === field.toLowerCase()) ?? [];
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** Several choices are separated by semicolons. */
function valueOf(value: JsonValue | undefined): JsonValue {
  if (value === undefined) return null;
  return Array.isArray(value) ? value.map(String).join(';') : value;
}
