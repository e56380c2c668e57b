import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MembershipRule, MembershipRuleBook } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import type { ContentSnapshot } from '@parcours/content';

import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { RunningJourneys } from '../templates/running-journeys.service.js';
import { calendarRule } from './calendar-rule.js';

/** Adds the triggers that time sets off to the rules that lanes keep up to date; in every process. */
@Injectable()
export class CalendarRules implements OnModuleInit {
  private compiled = new Map<string, MembershipRule>();

  constructor(
    private readonly book: MembershipRuleBook,
    private readonly journeys: RunningJourneys,
    private readonly config: ParcoursConfig,
  ) {}

  onModuleInit(): void {
    this.book.register({ type: JOURNEY_TEMPLATE_TYPE.name, rulesOf: (content) => this.rulesOf(content) });
  }

  private rulesOf(content: ContentSnapshot): readonly MembershipRule[] {
    const known = this.compiled;
    const { timezone } = this.config.workspace;
    const rules = [...this.journeys.calendarsIn(content)].map(
      ([key, calendar]) => known.get(key) ?? calendarRule(calendar, timezone),
    );
    this.compiled = new Map(rules.map((rule) => [rule.key, rule]));
    return rules;
  }
}
