import type { ContentType } from '@parcours/content';

import { BRAND_TYPE } from './brands/brand.type.js';
import { JOURNEY_MAP_TYPE } from './journey-maps/journey-map.type.js';
import { KPI_TYPE } from './kpis/kpi.type.js';
import { OFFER_TYPE } from './offers/offer.type.js';
import { PERSONA_TYPE } from './personas/persona.type.js';
import { PHASE_SET_TYPE } from './phase-sets/phase-set.type.js';
import { SURVEY_TYPE } from './surveys/survey.type.js';
import { TOUCHPOINT_TYPE } from './touchpoints/touchpoint.type.js';

/** Every content type of this library. */
export const CATALOG_TYPES: readonly ContentType[] = [
  PHASE_SET_TYPE,
  TOUCHPOINT_TYPE,
  PERSONA_TYPE,
  JOURNEY_MAP_TYPE,
  BRAND_TYPE,
  SURVEY_TYPE,
  KPI_TYPE,
  OFFER_TYPE,
];
