export {
  type CallbackListener,
  CallbackListeners,
  type KeepPart,
  type ToldCallback,
} from './callbacks/callback-listeners.js';
export { Connections, type OpenRecords } from './connectors/connections.service.js';
export { CONNECTOR_TYPE, type ConnectorDocument } from './connectors/connector.type.js';
export { DeliveryWaker } from './delivery/delivery-waker.service.js';
export { renewDuring } from './delivery/claim-renewal.js';
export { nextTryAt } from './delivery/retry.rules.js';
export * from './messaging.errors.js';
export * from './messaging.module.js';
export * from './outbox/message.js';
export { type EnrollmentMessage, EnrollmentMessages } from './outbox/enrollment-messages.store.js';
export { MessageWords, type SpokenMessage } from './outbox/message-words.service.js';
export { RenderContexts } from './outbox/render-contexts.store.js';
export { MessageStore } from './outbox/message.store.js';
export { type Html, markup } from './preferences/html.js';
export { languageIn, queryOf, redirectToPage, sendPage } from './preferences/page-reply.js';
export { page, type PageFrame } from './preferences/page.js';
export { invalidPage, questionPage, type QuestionView } from './preferences/preference-page.js';
export { LinkVisits, type Visit } from './preferences/preference.service.js';
export { PluginSwitches } from './plugins/plugin-switches.service.js';
export { ContactStore } from './outbox/contact.store.js';
export { DisplacedMessages } from './outbox/displaced-message.store.js';
export { CHANNEL_POLICY_TYPE } from './policies/channel-policy.type.js';
export { type CompiledCap, policyBookOf, type PolicyBook } from './policies/compiled-policy.js';
export type { Displaced } from './policies/arbitration.rules.js';
export type { Contact } from './policies/contact.js';
export { segmentsIn } from './policies/decision.js';
export { hasRoom, waitingAgain } from './policies/delivery-timing.rules.js';
export { POLICY_FINDINGS } from './policies/policy-findings.rules.js';
export type { PlanMoment, PolicyCheck } from './policies/policy-question.js';
export * from './policies/message-plan.rules.js';
export { describeCheck } from './policies/check-words.js';
export { type Escalation, helpData } from './policies/care.rules.js';
export { describeRefusal } from './policies/refusal-words.js';
export { type MessagePreview, previewMessage, type Reading } from './templates/message-preview.js';
export { type PublishedBrand, brandOf } from './brands/brand-of.rules.js';
export { HELPER_GUIDE } from './templates/helper-guide.js';
export { TEMPLATE_FINDINGS } from './templates/template.findings.js';
export { giftData } from './templates/gift-data.js';
export { MESSAGE_TEMPLATE_TYPE } from './templates/message-template.type.js';
export { requiredVariables } from './templates/required-variables.js';
