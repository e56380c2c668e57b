import { Platform1767225600001 } from './1767225600001-platform.js';
import { Content1767225600002 } from './1767225600002-content.js';
import { Runtime1767225600003 } from './1767225600003-runtime.js';
import { ContentReferences1767225600010 } from './1767225600010-content-references.js';
import { ContentSchedules1767225600011 } from './1767225600011-content-schedules.js';
import { ContentReleases1767225600012 } from './1767225600012-content-releases.js';
import { ContentLists1767225600013 } from './1767225600013-content-lists.js';
import { ContentInUse1767225600014 } from './1767225600014-content-in-use.js';
import { CustomerProfiles1767225600060 } from './1767225600060-customer-profiles.js';
import { IdentityAndConsent1767225600061 } from './1767225600061-identity-and-consent.js';
import { Erasures1767225600095 } from './1767225600095-erasures.js';
import { CustomerImports1767225600096 } from './1767225600096-customer-imports.js';
import { EventRetention1767225600097 } from './1767225600097-event-retention.js';

/** Every migration, in order: the same list for a fresh and for an upgraded installation. */
export const MIGRATIONS = [
  Platform1767225600001,
  Content1767225600002,
  Runtime1767225600003,
  ContentReferences1767225600010,
  ContentSchedules1767225600011,
  ContentReleases1767225600012,
  ContentLists1767225600013,
  ContentInUse1767225600014,
  CustomerProfiles1767225600060,
  IdentityAndConsent1767225600061,
  Erasures1767225600095,
  CustomerImports1767225600096,
  EventRetention1767225600097,
];
