export * from './audience.errors.js';
export { AUDIENCE_FINDINGS } from './audience.findings.js';
export * from './audience.module.js';
export { CUSTOMER_ID_SCHEMA } from './api/customer.schema.js';
export * from './channels/channel-standing.rules.js';
export { isReachableOn } from './channels/reachability.rules.js';
export * from './consents/consent.js';
export { type ConsentDecided, ConsentListeners } from './consents/consent-listeners.js';
export { ConsentHistory } from './consents/consent-history.store.js';
export { consentFor, settled } from './consents/consent.rules.js';
export { ConsentService, type ConsentWish } from './consents/consent.service.js';
export { type ConsentRefusal, refusalBy } from './consents/permission.rules.js';
export {
  type ConsentBasis,
  DEFAULT_CHANNELS,
  TOPIC_TYPE,
  type TopicDocument,
} from './consents/topic.type.js';
export * from './contacts/email-address.rules.js';
export { quicklyToE164, toE164 } from './contacts/phone-number.rules.js';
export { countryOf, type CustomerZone, zoneOf } from './contacts/time-zone.rules.js';
export * from './customers/customer.js';
export { CustomerLookup } from './customers/customer-lookup.store.js';
export { CustomerService } from './customers/customer.service.js';
export { CustomerRows } from './customers/customer-rows.store.js';
export { CURRENT_CUSTOMER, CustomerStore } from './customers/customer.store.js';
export * from './customers/profile.js';
export * from './identity/customer-holdings.js';
export type { IdentityLink } from './identity/identity-link.store.js';
export { IdentityIntake } from './identity/identity-links.service.js';
export { type AskingVisit, type Link, type LinkPurpose, LinkSigner } from './links/link-signer.service.js';
export { KnownCustomer } from './memberships/facts/known-customer.js';
export { type FactNeed, needsOf, PastStore } from './memberships/facts/past.store.js';
export { DueStore, type DueRead } from './memberships/due.store.js';
export { MembershipDesk } from './memberships/membership-desk.service.js';
export type { MembershipRequest, MembershipSession, Transition } from './memberships/membership-session.js';
export { type AskedCustomer, type MembershipRule, NO_READS } from './memberships/rules/membership-rule.js';
export type { RuleOccurrence } from './memberships/rules/rule-calendar.js';
export { MembershipRules } from './memberships/rules/membership-rules.js';
export { groupRulesIn, MembershipRuleBook } from './memberships/rules/membership-rules.service.js';
export { suppressible } from './suppressions/suppressed-address.rules.js';
export type { SuppressionReason } from './suppressions/suppression.js';
export { SuppressionStore } from './suppressions/suppression.store.js';
export type { DataSubject } from './privacy/data-subject.js';
export { type PersonalData, PersonalDataCatalogue } from './privacy/personal-data.js';
export {
  byId,
  byKey,
  byLaneAndKey,
  byPseudonym,
  type Ownership,
  type PersonalRows,
  personalRows,
} from './privacy/personal-rows.js';
export { Pseudonyms } from './privacy/pseudonyms.service.js';
export { SEGMENT_TYPE, type SegmentDocument } from './segments/segment.type.js';
export { traitDefects } from './traits/trait-bounds.rules.js';
export { type DeclaredTraits, TraitCatalogue } from './traits/trait-catalogue.service.js';
export { TRAIT_TYPE, type TraitDocument } from './traits/trait.type.js';
