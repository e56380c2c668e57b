export { CONTENT_TYPES } from './content-types.js';
export * from './journeys.errors.js';
export * from './journeys.module.js';
export { TEAM_FINDINGS } from './teams/team.type.js';
export { JOURNEY_TEMPLATE_TYPE } from './templates/journey-template.type.js';
export {
  type FolderDefect,
  type FolderTests,
  type FolderThing,
  type JourneyTestRun,
  testJourneys,
} from './simulation/folder-tests.rules.js';
