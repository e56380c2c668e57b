import { Injectable } from '@nestjs/common';

import { JourneyErrors } from '../journeys.errors.js';
import { RunningJourneys } from '../templates/running-journeys.service.js';

/** Says whether a journey takes triggers through the API now. */
@Injectable()
export class OpenJourneyGate {
  constructor(private readonly journeys: RunningJourneys) {}

  /** @throws journeys.not-published, journeys.no-api-trigger */
  async assertTriggerable(key: string): Promise<void> {
    const { byKey } = await this.journeys.open();
    const journey = byKey.get(key);
    if (!journey) throw JourneyErrors.notPublished({ key });
    if (!journey.compiled.hasApiTrigger) throw JourneyErrors.noApiTrigger({ key });
  }
}
