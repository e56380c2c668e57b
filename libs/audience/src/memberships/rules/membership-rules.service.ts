import { Injectable } from '@nestjs/common';
import type { Condition, ContentNumbers } from '@parcours/conditions';
import { type ContentSnapshot, PublishedContent } from '@parcours/content';
import { isJsonObject, type JsonObject } from '@parcours/kernel';

import { SEGMENT_TYPE, type SegmentDocument } from '../../segments/segment.type.js';
import { compileRule, type MembershipRule, type MembershipSource } from './membership-rule.js';
import { inOrder, MembershipRules } from './membership-rules.js';

/** Personas are declared by a library beside this one; their documents are known by this name and one member. */
export const PERSONAS = 'personas';

/** Rules that content of another type brings along; the same object for what stays the same. */
export interface RuleSource {
  /** The content type. */
  readonly type: string;
  readonly rulesOf: (content: ContentSnapshot) => readonly MembershipRule[];
}

/** Compiles the rules of what is published, each version once. */
@Injectable()
export class MembershipRuleBook {
  private compiled = new Map<number, MembershipRule>();
  private current: { readonly content: ContentSnapshot; readonly rules: MembershipRules } | undefined;

  private readonly sources: RuleSource[] = [];

  constructor(private readonly content: PublishedContent) {}

  /** Adds rules of another type of content, before any are asked for. */
  register(source: RuleSource): void {
    this.sources.push(source);
  }

  /** True for a type of content that rules come from. */
  concerns(type: string): boolean {
    return type === SEGMENT_TYPE.name || type === PERSONAS || this.sources.some((each) => each.type === type);
  }

  /** The rules that count now; asks the database only whether anything was published since. Not inside a transaction. */
  async now(): Promise<MembershipRules> {
    return this.of(await this.content.snapshot());
  }

  /** The rules of a snapshot that is at hand. */
  of(content: ContentSnapshot): MembershipRules {
    if (this.current?.content === content) return this.current.rules;
    const known = this.compiled;
    const rules = sourcesIn(content).map((source) => known.get(source.versionId) ?? compileRule(source));
    const others = this.sources.flatMap(({ rulesOf }) => rulesOf(content));
    this.compiled = new Map(rules.map((rule) => [rule.versionId, rule]));
    this.current = {
      content,
      rules: new MembershipRules(content.revision, inOrder([...rules, ...others]), numbersIn(content)),
    };
    return this.current.rules;
  }
}

/** The rules of segments and personas alone, where no others matter. */
export function groupRulesIn(content: ContentSnapshot): MembershipRules {
  return new MembershipRules(
    content.revision,
    inOrder(sourcesIn(content).map(compileRule)),
    numbersIn(content),
  );
}

/** Content by key, as rows name it. */
export function numbersIn(content: ContentSnapshot): ContentNumbers {
  return {
    group: (kind, key) => content.find(kind === 'segment' ? SEGMENT_TYPE.name : PERSONAS, key)?.itemId,
    journey: (key) => content.find('journey-templates', key)?.itemId,
    template: (key) => content.find('message-templates', key)?.itemId,
  };
}

/** Who belongs to a segment, as its document says it. */
export function segmentSource(
  { condition, customers, within = [], except = [] }: Partial<SegmentDocument>,
  named: Pick<MembershipSource, 'id' | 'versionId' | 'key'>,
): MembershipSource {
  return { ...named, kind: 'segment', condition: asCondition(condition), customers, within, except };
}

/** Who is of a persona; `undefined` where no rule says it. */
export function personaSource(
  { membership }: JsonObject,
  named: Pick<MembershipSource, 'id' | 'versionId' | 'key'>,
): MembershipSource | undefined {
  if (!isJsonObject(membership)) return undefined;
  const condition = asCondition(membership);
  return { ...named, kind: 'persona', condition, customers: undefined, within: [], except: [] };
}

/** What is published has been checked; compiling it checks it once more. */
function asCondition(condition: JsonObject | undefined): Condition | undefined {
  return condition as Condition | undefined;
}

function sourcesIn(content: ContentSnapshot): MembershipSource[] {
  const segments = content
    .all(SEGMENT_TYPE)
    .map(({ itemId, versionId, key, document }) => segmentSource(document, { id: itemId, versionId, key }));
  const personas = content.keysOf(PERSONAS).flatMap((key) => {
    const found = content.find(PERSONAS, key);
    if (!found) return [];
    return personaSource(found.document, { id: found.itemId, versionId: found.versionId, key }) ?? [];
  });
  return [...segments, ...personas];
}
