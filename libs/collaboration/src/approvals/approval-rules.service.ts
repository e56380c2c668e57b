import { Injectable } from '@nestjs/common';
import { ContentTypeRegistry } from '@parcours/content';
import { Database } from '@parcours/database';

import { CollaborationErrors } from '../collaboration.errors.js';
import { ApprovalRuleStore } from './approval-rule.store.js';

export interface ApprovalRule {
  readonly type: string;
  /** 0: drafts are published without. */
  readonly required: number;
}

/** Which types need approval. */
@Injectable()
export class ApprovalRules {
  constructor(
    private readonly rules: ApprovalRuleStore,
    private readonly types: ContentTypeRegistry,
    private readonly database: Database,
  ) {}

  /** @throws collaboration.unknown-type */
  async get(type: string): Promise<ApprovalRule> {
    this.assertKnown(type);
    return { type, required: await this.rules.required(this.database.sql, type) };
  }

  async all(): Promise<ApprovalRule[]> {
    return Promise.all(this.types.all().map(({ name }) => this.get(name)));
  }

  /** @throws collaboration.unknown-type */
  async put(rule: ApprovalRule): Promise<ApprovalRule> {
    this.assertKnown(rule.type);
    await this.rules.save(this.database.sql, rule.type, rule.required);
    return rule;
  }

  /** @throws collaboration.unknown-type */
  async remove(type: string): Promise<void> {
    this.assertKnown(type);
    await this.rules.remove(this.database.sql, type);
  }

  private assertKnown(type: string): void {
    if (this.types.all().some(({ name }) => name === type)) return;
    throw CollaborationErrors.unknownType({ type });
  }
}
