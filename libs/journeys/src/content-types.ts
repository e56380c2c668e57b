import { SEGMENT_TYPE, TOPIC_TYPE, TRAIT_TYPE } from '@parcours/audience';
import { CATALOG_TYPES } from '@parcours/catalog';
import { type ContentType, customFieldType } from '@parcours/content';
import { EVENT_DEFINITION_TYPE } from '@parcours/events';
import { WEBHOOK_TYPE } from '@parcours/webhooks';
import { CHANNEL_POLICY_TYPE, CONNECTOR_TYPE, MESSAGE_TEMPLATE_TYPE } from '@parcours/messaging';

import { TEAM_TYPE } from './teams/team.type.js';
import { JOURNEY_TEMPLATE_TYPE } from './templates/journey-template.type.js';

const TYPES: readonly ContentType[] = [
  ...CATALOG_TYPES,
  EVENT_DEFINITION_TYPE,
  SEGMENT_TYPE,
  TRAIT_TYPE,
  TOPIC_TYPE,
  CONNECTOR_TYPE,
  MESSAGE_TEMPLATE_TYPE,
  CHANNEL_POLICY_TYPE,
  TEAM_TYPE,
  JOURNEY_TEMPLATE_TYPE,
  WEBHOOK_TYPE,
];

/** Every content type of the product: the same for processes that answer and for those that publish at a time. */
export const CONTENT_TYPES: readonly ContentType[] = [
  ...TYPES,
  customFieldType(TYPES.map(({ name }) => name)),
];
