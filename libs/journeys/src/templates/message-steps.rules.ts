import type { ContentSnapshot } from '@parcours/content';
import {
  isJourneyDefinition,
  type JourneyDefinition,
  type SentTemplate,
  sendingsOf,
  type StepSending,
} from '@parcours/engine';
import { type Finding, type JsonObject, nearest, pointer } from '@parcours/kernel';
import {
  CHANNEL_POLICY_TYPE,
  MESSAGE_TEMPLATE_TYPE,
  policyBookOf,
  requiredVariables,
} from '@parcours/messaging';

/** What a message is made from; see `messageData`. */
export const PROVIDED = ['customer', 'event', 'context', 'journey', 'step', 'links', 'brand'];

/** A message step that no customer could ever get a message from. Content that is not published is told elsewhere. */
export function messageStepFindings(
  { definition }: { readonly definition: JsonObject },
  published: ContentSnapshot,
): Finding[] {
  if (!isJourneyDefinition(definition)) return [];
  return sendingsOf(definition).flatMap((sending) => {
    const at = `/definition${pointer('steps', sending.step)}`;
    return sending.templates.flatMap((template) => [
      ...channelFindings(sending, { published, at, template }),
      ...variableFindings(sending, { published, at, template, definition }),
    ]);
  });
}

interface Place {
  readonly published: ContentSnapshot;
  /** JSON pointer of the step. */
  readonly at: string;
  readonly template: SentTemplate;
}

function channelFindings(sending: StepSending, place: Place): Finding[] {
  const { policy: policyKey, channel: wanted } = sending;
  const { published, at } = place;
  const { key: templateKey } = place.template;
  const template = published.byKey(MESSAGE_TEMPLATE_TYPE, templateKey);
  const policy = published.byKey(CHANNEL_POLICY_TYPE, policyKey);
  if (!template || !policy) return [];
  const offered = (policy.document.channels ?? []).map(({ channel }) => channel);
  const isPolicys = wanted === 'policy' || wanted === 'preferred';
  if (!isPolicys && !offered.includes(wanted)) return [noSuchChannel(wanted, policyKey, offered, at)];
  const possible = isPolicys ? offered : [wanted];
  const written = Object.keys(template.document.channels);
  if (possible.some((channel) => written.includes(channel))) return [];
  return [
    {
      code: 'journeys.template-lacks-channel',
      severity: 'error',
      pointer: at + place.template.at,
      message: `The template '${templateKey}' says nothing on ${possible.join(', ')}, which the policy '${policyKey}' can choose.`,
      suggestion: `It is written for ${written.join(', ')}: write it for another channel, or choose another policy.`,
    },
  ];
}

function noSuchChannel(channel: string, policy: string, offered: readonly string[], at: string): Finding {
  const meant = nearest(channel, offered);
  return {
    code: 'journeys.policy-lacks-channel',
    severity: 'error',
    pointer: `${at}/channel`,
    message: `The policy '${policy}' has no channel '${channel}'.`,
    suggestion: meant === undefined ? `Its channels are ${offered.join(', ')}.` : `Did you mean '${meant}'?`,
  };
}

function variableFindings(
  { gives, policy }: StepSending,
  { published, at, template: sent, definition }: Place & { readonly definition: JourneyDefinition },
): Finding[] {
  const { key } = sent;
  const template = published.byKey(MESSAGE_TEMPLATE_TYPE, key);
  if (!template) return [];
  const provided = [...PROVIDED, ...gives, ...(helps(policy, published) ? ['help'] : [])];
  const hearsEvents = definition.entry.triggers.some(({ type }) => type !== 'api');
  return requiredVariables(template.document, published).flatMap((path): Finding[] => {
    const [root = ''] = path.split('.');
    const finding = { code: 'journeys.variable-not-provided', pointer: at + sent.at };
    if (!provided.includes(root)) {
      return [
        {
          ...finding,
          severity: 'error',
          message: `The template '${key}' needs '${path}', and nothing provides it.`,
          suggestion: `Begin it with ${provided.join('., ')}., or give it a fallback.`,
        },
      ];
    }
    if (root !== 'event' || hearsEvents) return [];
    return [
      {
        ...finding,
        severity: 'warning',
        message: `The template '${key}' needs '${path}', and no event lets customers into this journey.`,
        suggestion: 'Read it from context. where the API sends it, or give it a fallback.',
      },
    ];
  });
}

/** Whether the policy of a step, or one of the house, can give help to go with its message. */
function helps(policy: string, published: ContentSnapshot): boolean {
  const { byKey, house } = policyBookOf(published);
  return [byKey.get(policy), ...house].some(
    (each) =>
      each && [each.rules, ...each.overrides.map(({ rules }) => rules)].some(({ care }) => care?.help.length),
  );
}
