import { SEGMENT_TYPE, TOPIC_TYPE, TRAIT_TYPE } from '@parcours/audience';
import { CATALOG_TYPES } from '@parcours/catalog';
import type { ContentType } from '@parcours/content';
import { CHANNEL_POLICY_TYPE, CONNECTOR_TYPE, MESSAGE_TEMPLATE_TYPE } from '@parcours/messaging';

import { JOURNEY_TEMPLATE_TYPE } from './templates/journey-template.type.js';

/** Every content type of the product: the same for processes that answer and for those that publish at a time. */
export const CONTENT_TYPES: readonly ContentType[] = [
  ...CATALOG_TYPES,
  SEGMENT_TYPE,
  TRAIT_TYPE,
  TOPIC_TYPE,
  CONNECTOR_TYPE,
  MESSAGE_TEMPLATE_TYPE,
  CHANNEL_POLICY_TYPE,
  JOURNEY_TEMPLATE_TYPE,
];
