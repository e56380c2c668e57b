import { Platform1767225600001 } from './1767225600001-platform.js';
import { Content1767225600002 } from './1767225600002-content.js';
import { Runtime1767225600003 } from './1767225600003-runtime.js';
import { ContentReferences1767225600010 } from './1767225600010-content-references.js';
import { ContentSchedules1767225600011 } from './1767225600011-content-schedules.js';
import { ContentReleases1767225600012 } from './1767225600012-content-releases.js';
import { ContentLists1767225600013 } from './1767225600013-content-lists.js';
import { ContentInUse1767225600014 } from './1767225600014-content-in-use.js';
import { People1767225600020 } from './1767225600020-people.js';
import { AuditLog1767225600021 } from './1767225600021-audit-log.js';
import { Webhooks1767225600030 } from './1767225600030-webhooks.js';
import { Collaboration1767225600031 } from './1767225600031-collaboration.js';
import { ContentReviewsDue1767225600032 } from './1767225600032-content-reviews-due.js';
import { ContentFields1767225600040 } from './1767225600040-content-fields.js';
import { CustomerProfiles1767225600060 } from './1767225600060-customer-profiles.js';
import { IdentityAndConsent1767225600061 } from './1767225600061-identity-and-consent.js';
import { Segments1767225600070 } from './1767225600070-segments.js';
import { EventCatalogue1767225600080 } from './1767225600080-event-catalogue.js';
import { Goals1767225600090 } from './1767225600090-goals.js';
import { Erasures1767225600095 } from './1767225600095-erasures.js';
import { CustomerImports1767225600096 } from './1767225600096-customer-imports.js';
import { EventRetention1767225600097 } from './1767225600097-event-retention.js';
import { JourneyIntake1767225600120 } from './1767225600120-journey-intake.js';
import { AnswersAndTrials1767225600130 } from './1767225600130-answers-and-trials.js';
import { OutsideCalls1767225600140 } from './1767225600140-outside-calls.js';
import { Operations1767225600150 } from './1767225600150-operations.js';
import { MessagePauses1767225600151 } from './1767225600151-message-pauses.js';
import { MessageUrgency1767225600160 } from './1767225600160-message-urgency.js';
import { LongAddresses1767225600170 } from './1767225600170-long-addresses.js';
import { MessageContacts1767225600180 } from './1767225600180-message-contacts.js';
import { MessageFallbacks1767225600181 } from './1767225600181-message-fallbacks.js';
import { Reactions1767225600190 } from './1767225600190-reactions.js';
import { DeliveryGates1767225600200 } from './1767225600200-delivery-gates.js';
import { OutsideCallOrders1767225600210 } from './1767225600210-outside-call-orders.js';
import { Secrets1767225600211 } from './1767225600211-secrets.js';
import { Feedback1767225600212 } from './1767225600212-feedback.js';
import { PluginValues1767225600220 } from './1767225600220-plugin-values.js';
import { PluginSwitches1767225600221 } from './1767225600221-plugin-switches.js';
import { InsightExports1767225600270 } from './1767225600270-insight-exports.js';
import { CrmSyncs1767225600230 } from './1767225600230-crm-syncs.js';
import { HandOffs1767225600240 } from './1767225600240-hand-offs.js';
import { PluginCalls1767225600250 } from './1767225600250-plugin-calls.js';
import { ShortLinks1767225600280 } from './1767225600280-short-links.js';
import { LaneRevisions1767225600300 } from './1767225600300-lane-revisions.js';
import { SenderDomains1767225600260 } from './1767225600260-sender-domains.js';

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
  People1767225600020,
  AuditLog1767225600021,
  Webhooks1767225600030,
  Collaboration1767225600031,
  ContentReviewsDue1767225600032,
  ContentFields1767225600040,
  CustomerProfiles1767225600060,
  IdentityAndConsent1767225600061,
  Segments1767225600070,
  EventCatalogue1767225600080,
  Goals1767225600090,
  Erasures1767225600095,
  CustomerImports1767225600096,
  EventRetention1767225600097,
  JourneyIntake1767225600120,
  AnswersAndTrials1767225600130,
  OutsideCalls1767225600140,
  Operations1767225600150,
  MessagePauses1767225600151,
  MessageUrgency1767225600160,
  LongAddresses1767225600170,
  MessageContacts1767225600180,
  MessageFallbacks1767225600181,
  Reactions1767225600190,
  DeliveryGates1767225600200,
  OutsideCallOrders1767225600210,
  Secrets1767225600211,
  Feedback1767225600212,
  PluginValues1767225600220,
  PluginSwitches1767225600221,
  CrmSyncs1767225600230,
  HandOffs1767225600240,
  PluginCalls1767225600250,
  SenderDomains1767225600260,
  InsightExports1767225600270,
  ShortLinks1767225600280,
  LaneRevisions1767225600300,
];
