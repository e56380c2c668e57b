import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentTypeRegistry } from '@parcours/content';
import { Clock } from '@parcours/kernel';

import { JOURNEY_TEMPLATE_TYPE } from './journey-template.type.js';
import { pastScheduleFindings } from './past-schedules.rules.js';

/** Holds the schedules of journeys against the clock, before they are published. */
@Injectable()
export class ScheduleChecks implements OnModuleInit {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { check } = this.types.hooksOf(JOURNEY_TEMPLATE_TYPE.name);
    this.types.attach(JOURNEY_TEMPLATE_TYPE.name, {
      check: async (document, context) => [
        ...((await check?.(document, context)) ?? []),
        ...pastScheduleFindings(document['definition'], this.clock.now()),
      ],
    });
  }
}
