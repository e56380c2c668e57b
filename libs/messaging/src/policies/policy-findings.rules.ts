import { validateProfileCondition } from '@parcours/conditions';
import type { CheckContext } from '@parcours/content';
import { checkValue, CUSTOMER_ZONE, firstInside, firstOutside, isZone } from '@parcours/engine';
import { definedEvent, EVENT_DEFINITION_TYPE } from '@parcours/events';
import { type Finding, nearest, parseDuration, pointer } from '@parcours/kernel';

import type { ChannelPolicyDocument, Hours, PolicyChannel, PolicyRules } from './channel-policy.js';
import { windowOf } from './policy-hours.rules.js';

/** Codes of findings of channel policies. */
export const POLICY_FINDINGS = {
  'policies.without-channels': 'A policy for steps names no channel.',
  'policies.reach-of-a-step': 'A policy for steps says which messages of the house it is about.',
  'policies.cap-of-nothing': 'A cap lets no message through at all.',
  'policies.empty-duration': 'A duration is no time at all.',
  'policies.longer-than-a-year': 'A stretch of time is longer than what is looked at.',
  'policies.empty-hours': 'Hours end when they begin.',
  'policies.never-sends': 'The hours leave no time in which anything is sent.',
  'policies.unknown-timezone': 'There is no such time zone.',
  'policies.fallback-without-channel': 'A fallback names a channel that the policy does not have.',
  'policies.connector-of-another-channel': 'A channel is paired with a connector that carries another one.',
  'policies.unknown-event': 'The catalogue has no such event.',
} as const;

type PolicyCode = keyof typeof POLICY_FINDINGS;

/** How far back decisions look. */
export const LONGEST_WINDOW_MS = 366 * 86_400_000;

/** What is wrong with a policy beyond its schema and its references. */
export function policyFindings(document: ChannelPolicyDocument, context: CheckContext): Finding[] {
  const { scope = 'step', channels = [], appliesTo, overrides = [] } = document;
  const findings = [...rulesFindings(document, '', context), ...fallbackFindings(document, '', channels)];
  if (scope === 'step' && channels.length === 0) {
    findings.push({
      ...wrong('policies.without-channels', '/channels', 'Steps that name this policy could send nothing.'),
      suggestion: "Name a channel and its connector, or make it a policy of the house: scope: 'house'.",
    });
  }
  if (scope === 'step' && appliesTo) {
    findings.push({
      ...wrong('policies.reach-of-a-step', '/appliesTo', 'It is for the steps that name it.'),
      suggestion: "Leave appliesTo out, or make it a policy of the house: scope: 'house'.",
    });
  }
  overrides.forEach((override, index) => {
    const at = pointer('overrides', index);
    findings.push(...rulesFindings(override, at, context));
    findings.push(...fallbackFindings(override, at, override.channels ?? channels));
  });
  return findings;
}

function rulesFindings(rules: PolicyRules, at: string, context: CheckContext): Finding[] {
  const { channels = [], timeToLive, caps = [], suppress = [], condition, arbitration, care } = rules;
  const { selfService = [], person } = care ?? {};
  const place = (...path: (string | number)[]) => at + pointer(...path);
  return [
    ...durationFindings(timeToLive, place('timeToLive')),
    ...channels.flatMap((each, index) =>
      durationFindings(each.timeToLive, place('channels', index, 'timeToLive')),
    ),
    ...caps.flatMap(({ max, per }, index) => [
      ...(max === 0 ? [capOfNothing(place('caps', index, 'max'))] : []),
      ...durationFindings(per, place('caps', index, 'per')),
    ]),
    ...(['quietHours', 'sendWindows'] as const).flatMap((member) =>
      (rules[member] ?? []).flatMap((each, index) => hoursFindings(each, place(member, index))),
    ),
    ...neverSends(rules, at),
    ...suppress.flatMap((each, index) => [
      ...durationFindings(each.for, place('suppress', index, 'for')),
      ...eventFindings(each.event, place('suppress', index, 'event'), context),
      ...eventFindings(each.until, place('suppress', index, 'until'), context),
      ...(each.condition
        ? validateProfileCondition(each.condition, place('suppress', index, 'condition'))
        : []),
    ]),
    ...(condition ? validateProfileCondition(condition, place('condition')) : []),
    ...durationFindings(arbitration?.window, place('arbitration', 'window')),
    ...selfService.flatMap(({ when }, index) =>
      when ? validateProfileCondition(when, place('care', 'selfService', index, 'when')) : [],
    ),
    ...(person ? validateProfileCondition(person.when, place('care', 'person', 'when')) : []),
    ...checkValue(person?.input, place('care', 'person', 'input')),
  ];
}

function fallbackFindings(
  { fallback = [] }: PolicyRules,
  at: string,
  channels: readonly PolicyChannel[],
): Finding[] {
  const names = channels.map(({ channel }) => channel);
  return fallback.flatMap(({ channel, after }, index): Finding[] => {
    const place = at + pointer('fallback', index);
    const message = `The policy has no channel '${channel}'.`;
    const missing = wrong('policies.fallback-without-channel', `${place}/channel`, message);
    return [
      ...(names.includes(channel) ? [] : [{ ...missing, suggestion: `Name one of ${names.join(', ')}.` }]),
      ...durationFindings(after, `${place}/after`),
    ];
  });
}

function capOfNothing(at: string): Finding {
  const finding = wrong('policies.cap-of-nothing', at, 'A cap of 0 lets no message through.');
  return {
    ...finding,
    suggestion: 'Allow at least 1, or leave messages of other categories to `categories`.',
  };
}

function durationFindings(text: string | undefined, at: string): Finding[] {
  if (text === undefined) return [];
  const ms = parseDuration(text) ?? 0;
  if (ms === 0) return [wrong('policies.empty-duration', at, `'${text}' is no time at all.`)];
  if (ms <= LONGEST_WINDOW_MS) return [];
  const finding = wrong('policies.longer-than-a-year', at, `'${text}' is longer than what is looked at.`);
  return [{ ...finding, suggestion: 'At most 366d.' }];
}

function hoursFindings({ from, to, timezone = CUSTOMER_ZONE }: Hours, at: string): Finding[] {
  const findings: Finding[] = [];
  if (from === to) {
    findings.push(wrong('policies.empty-hours', `${at}/to`, `Hours from ${from} to ${to} are none, or all.`));
  }
  if (timezone !== CUSTOMER_ZONE && !isZone(timezone)) {
    const finding = wrong(
      'policies.unknown-timezone',
      `${at}/timezone`,
      `There is no time zone '${timezone}'.`,
    );
    findings.push({ ...finding, suggestion: "Use an IANA name such as 'Europe/Paris', or 'customer'." });
  }
  return findings;
}

/** Looked at in one zone: what leaves no time there leaves next to none anywhere. */
function neverSends({ quietHours = [], sendWindows = [] }: PolicyRules, at: string): Finding[] {
  const isProper = ({ from, to }: Hours) => from !== to;
  const quiet = quietHours.filter(isProper).map(windowOf);
  const open = sendWindows.filter(isProper).map(windowOf);
  let moment: number | undefined = 0;
  for (let round = 0; round < 100 && moment !== undefined; round++) {
    const outside: number | undefined = firstOutside(quiet, moment, 'UTC');
    if (outside === undefined) break;
    const inside: number | undefined = open.length === 0 ? outside : firstInside(open, outside, 'UTC');
    if (inside === outside) return [];
    moment = inside;
  }
  const member = quietHours.length > 0 ? 'quietHours' : 'sendWindows';
  const message = 'These hours leave no time in which anything is sent.';
  return [wrong('policies.never-sends', `${at}/${member}`, message)];
}

/** Where there is a catalogue, what is not in it is probably misspelt. */
function eventFindings(event: string | undefined, at: string, { published }: CheckContext): Finding[] {
  if (event === undefined) return [];
  const known = published.all(EVENT_DEFINITION_TYPE).map(({ document, key }) => definedEvent(document, key));
  if (known.length === 0 || known.includes(event)) return [];
  const meant = nearest(event, known);
  return [
    {
      code: 'policies.unknown-event',
      severity: 'warning',
      pointer: at,
      message: `The catalogue has no event '${event}'.`,
      ...(meant !== undefined && { suggestion: `Did you mean '${meant}'?` }),
    },
  ];
}

function wrong(code: PolicyCode, at: string, message: string): Finding {
  return { code, severity: 'error', pointer: at, message };
}
