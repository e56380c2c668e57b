export { CatalogApiModule } from './catalog.module.js';
export { CATALOG_TYPES } from './catalog-types.js';
export type { BannedWord, BrandPiece, BrandPieces } from './brands/brand-kit.schema.js';
export { BRAND_TYPE, type BrandDocument } from './brands/brand.type.js';
export { JOURNEY_MAP_TYPE, type JourneyMapDocument } from './journey-maps/journey-map.type.js';
export { KPI_TYPE, type KpiDocument } from './kpis/kpi.type.js';
export { OFFER_TYPE, type OfferDocument } from './offers/offer.type.js';
export { PERSONA_TYPE, type PersonaDocument } from './personas/persona.type.js';
export { DEFAULT_PHASE_SET } from './phase-sets/orphans.rules.js';
export { type InPhase, PHASE_MEMBERS, phaseFindings, phaseSetReferences } from './phase-sets/phase.rules.js';
export { PHASE_SET_TYPE, type PhaseSetDocument } from './phase-sets/phase-set.type.js';
export { CATALOG_FINDINGS } from './schema/findings.js';
export { TRACKING_SCHEMA } from './schema/tracking.js';
export { WARM_UP_SCHEMA, type WarmUp } from './schema/warm-up.js';
export { SURVEY_SCALES, SURVEY_TYPE, type SurveyDocument, type SurveyKind } from './surveys/survey.type.js';
export { eventSchemaFindings } from './touchpoints/event-schema.rules.js';
export {
  TOUCHPOINT_TYPE,
  type TouchpointDocument,
  type TouchpointEvent,
} from './touchpoints/touchpoint.type.js';
