import { Module } from '@nestjs/common';

import { JourneyMapController } from './journey-maps/journey-map.controller.js';
import { JourneyMapService } from './journey-maps/journey-map.service.js';
import { OrphanService } from './phase-sets/orphan.service.js';
import { PhaseSetController } from './phase-sets/phase-set.controller.js';
import { ConditionSchemaController } from './schema/condition-schema.controller.js';

/** The REST routes beyond those of every content type, for processes that serve HTTP. */
@Module({
  controllers: [PhaseSetController, JourneyMapController, ConditionSchemaController],
  providers: [OrphanService, JourneyMapService],
})
export class CatalogApiModule {}
