import { Injectable } from '@nestjs/common';
import {
  conditionReferences,
  ConditionErrors,
  type ConditionReference,
  validateProfileCondition,
} from '@parcours/conditions';
import { Database } from '@parcours/database';
import { Clock, type ErrorItem } from '@parcours/kernel';

import type { Customer } from '../../customers/customer.js';
import { customersInSql, MembershipDesk } from '../membership-desk.service.js';
import { compileRule, type MembershipRule, type MembershipSource } from '../rules/membership-rule.js';
import { MembershipRuleBook } from '../rules/membership-rules.service.js';
import { MembershipRules } from '../rules/membership-rules.js';
import { PreviewStore, type Sampling } from './preview.store.js';

/** Who would belong. */
export interface Preview {
  readonly count: number;
  /** Counted one by one; else worked out from a sample. */
  readonly isExact: boolean;
  /** With 19 out of 20 chances, the count is wrong by no more than this. */
  readonly margin: number;
  /** All customers that there are. */
  readonly of: number;
  readonly sample: readonly Customer[];
}

/** Up to so many customers everybody is asked. */
const EXACT_UP_TO = { mysql: 100_000, sqlite: 20_000 } as const;
/** Of more, about so many. */
const ASKED = { mysql: 50_000, sqlite: 10_000 } as const;
/** Of those whom SQL cannot tell of, so many are asked one by one. */
const ASKED_ONE_BY_ONE = 2_000;
const SHOWN = 10;
/** Of a normal distribution, 95 % lie within so many standard deviations. */
const SURE = 1.96;

/** Says how many customers a segment or persona would have, and shows some of them, before it is saved. */
@Injectable()
export class MembershipPreview {
  constructor(
    private readonly database: Database,
    private readonly book: MembershipRuleBook,
    private readonly store: PreviewStore,
    private readonly desk: MembershipDesk,
    private readonly clock: Clock,
  ) {}

  /** `at` is the place of the condition in what the caller sent. @throws conditions.invalid */
  async of(source: MembershipSource, at: string): Promise<Preview> {
    const published = await this.book.now();
    assertSound(source, at, published);
    const rule = compileRule(source);
    const rules = new MembershipRules(published.revision, [rule], published.numbers);
    const { sql } = this.database;
    const now = this.clock.now();
    const fits = rule.sql(customersInSql(sql, rules, now));
    const total = await this.store.total();
    const isAll = total <= EXACT_UP_TO[sql.dialect];
    const sampling: Sampling = { every: isAll ? 1 : Math.ceil(total / ASKED[sql.dialect]) };
    const { asked, fitting, unsure } = await this.store.count(fits, sampling);
    const told = unsure === 0 ? NOBODY : await this.askOneByOne(rules, rule, { fits, sampling, now });
    const share = asked === 0 ? 0 : (fitting + unsure * told.share) / asked;
    const isExact = isAll && unsure <= told.asked;
    const shown = await this.store.some(fits, { is: 'TRUE', sampling, limit: SHOWN });
    return {
      count: isExact ? fitting + told.fitting.length : Math.round(share * total),
      isExact,
      margin: isExact ? 0 : Math.ceil(SURE * Math.sqrt((share * (1 - share)) / Math.max(1, asked)) * total),
      of: total,
      sample: [...shown, ...told.fitting].slice(0, SHOWN),
    };
  }

  private async askOneByOne(
    rules: MembershipRules,
    rule: MembershipRule,
    { fits, sampling, now }: { fits: ReturnType<MembershipRule['sql']>; sampling: Sampling; now: number },
  ): Promise<Told> {
    const customers = await this.store.some(fits, { is: 'NULL', sampling, limit: ASKED_ONE_BY_ONE });
    const session = this.desk.open(rules, now);
    const { sql } = this.database;
    const requests = customers.map((customer) => ({ customer, isNew: false, wanted: Uint8Array.of(1) }));
    await session.evaluate(sql, requests);
    const fitting = customers.filter(({ id }) => session.isIn(id, rule));
    return { asked: customers.length, fitting, share: fitting.length / Math.max(1, customers.length) };
  }
}

interface Told {
  readonly asked: number;
  readonly fitting: readonly Customer[];
  readonly share: number;
}

const NOBODY: Told = { asked: 0, fitting: [], share: 0 };

function assertSound(
  { condition, within, except }: MembershipSource,
  at: string,
  { numbers }: MembershipRules,
): void {
  const findings = condition === undefined ? [] : validateProfileCondition(condition, at);
  const defects = findings.map(({ code, pointer, message }): ErrorItem => ({
    code,
    pointer,
    detail: message,
  }));
  const isKnown = ({ kind, key }: Pick<ConditionReference, 'kind' | 'key'>): boolean => {
    if (kind === 'journey') return numbers.journey(key) !== undefined;
    if (kind === 'message') return numbers.template(key) !== undefined;
    return numbers.group(kind, key) !== undefined;
  };
  const nested = (member: string, keys: readonly string[]): ConditionReference[] =>
    keys.map((key, index) => ({ kind: 'segment', key, pointer: `/${member}/${String(index)}` }));
  const named = [
    ...conditionReferences(condition, at),
    ...nested('within', within),
    ...nested('except', except),
  ];
  const unknown = named
    .filter((reference) => !isKnown(reference))
    .map(({ kind, key, pointer }): ErrorItem => ({
      code: 'content.reference-not-published',
      pointer,
      detail: `There is no published ${kind === 'message' ? 'message template' : kind} '${key}'.`,
    }));
  const errors = defects.length > 0 ? defects : unknown;
  if (errors.length > 0) throw ConditionErrors.invalid({}, { errors });
}
