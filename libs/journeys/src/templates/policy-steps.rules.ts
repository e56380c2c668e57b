import type { ContentSnapshot } from '@parcours/content';
import { isJourneyDefinition, type JourneyDefinition, sendingsOf, type StepSending } from '@parcours/engine';
import { type Finding, type JsonObject, parseDuration, pointer } from '@parcours/kernel';
import {
  type CompiledCap,
  MESSAGE_TEMPLATE_TYPE,
  type MessageCategory,
  policyBookOf,
} from '@parcours/messaging';

/** A step that sends, with what policies look at. */
interface PolicedStep {
  readonly sending: StepSending;
  readonly category: MessageCategory;
  /** Caps of its own policy and of the house that count its messages. */
  readonly caps: readonly CompiledCap[];
}

/** Message steps that their channel policy, or one of the house, never lets send. Warnings: policies change. */
export function policyStepFindings(
  { definition }: { readonly definition: JsonObject },
  published: ContentSnapshot,
): Finding[] {
  if (!isJourneyDefinition(definition)) return [];
  const steps = new Map<string, PolicedStep>();
  for (const sending of sendingsOf(definition)) {
    const policed = policedStep(sending, published);
    if (policed) steps.set(sending.step, policed);
  }
  return [...categoryFindings(steps, published), ...capFindings(definition, steps)];
}

function policedStep(sending: StepSending, published: ContentSnapshot): PolicedStep | undefined {
  const [first] = sending.templates;
  const template = first && published.byKey(MESSAGE_TEMPLATE_TYPE, first.key);
  const { byKey, house } = policyBookOf(published);
  const own = byKey.get(sending.policy);
  if (!template || !own) return undefined;
  const { category = 'marketing' } = template.document;
  const offered = new Set(own.rules.channels.map(({ channel }) => channel));
  const [only] = sending.channel === 'policy' ? (offered.size === 1 ? offered : []) : [sending.channel];
  const caps = [own, ...house.filter((policy) => policy !== own)]
    .flatMap(({ rules }) => rules.caps)
    .filter(
      (cap) =>
        (cap.category === 'any' || cap.category === category) &&
        (cap.channel === undefined || cap.channel === only) &&
        (cap.reach.channels === undefined || (only !== undefined && cap.reach.channels.includes(only))) &&
        (cap.reach.categories?.includes(category) ?? true) &&
        cap.reach.brands === undefined,
    );
  return { sending, category, caps };
}

function categoryFindings(steps: ReadonlyMap<string, PolicedStep>, published: ContentSnapshot): Finding[] {
  const { byKey } = policyBookOf(published);
  return [...steps].flatMap(([step, { sending, category }]): Finding[] => {
    const allowed = byKey.get(sending.policy)?.rules.categories;
    if (!allowed || allowed.has(category)) return [];
    return [
      {
        code: 'journeys.policy-refuses-category',
        severity: 'warning',
        pointer: `/definition${pointer('steps', step, 'policy')}`,
        message: `The policy '${sending.policy}' lets no ${category} message pass, and that is what this step sends.`,
        suggestion: `It is for ${[...allowed].join(', ')} messages: choose another policy.`,
      },
    ];
  });
}

/** Looks at every stretch of steps that follow each other without a choice: what is sent there falls under one cap. */
function capFindings(definition: JourneyDefinition, steps: ReadonlyMap<string, PolicedStep>): Finding[] {
  const found = new Map<string, Finding>();
  for (const from of steps.keys()) {
    const before: { policed: PolicedStep; afterMs: number }[] = [];
    for (const { key, afterMs } of stretchFrom(from, definition)) {
      const policed = steps.get(key);
      if (!policed) continue;
      before.push({ policed, afterMs });
      const cap = policed.caps.find(
        (each) =>
          before.filter((other) => afterMs - other.afterMs < each.perMs && other.policed.caps.includes(each))
            .length > each.max,
      );
      if (cap && !found.has(key)) found.set(key, capFinding(key, cap));
    }
  }
  return [...found.values()];
}

function capFinding(step: string, { policy, max, per }: CompiledCap): Finding {
  return {
    code: 'journeys.cap-makes-step-impossible',
    severity: 'warning',
    pointer: `/definition${pointer('steps', step)}`,
    message: `The cap of ${String(max)} in ${per} of the policy '${policy}' is used up by the steps before this one.`,
    suggestion: 'Wait longer before it, choose another policy, or raise the cap.',
  };
}

/** The steps that are sure to follow, each with the time since the first. */
function* stretchFrom(
  from: string,
  { steps }: JourneyDefinition,
): Iterable<{ key: string; afterMs: number }> {
  const seen = new Set<string>();
  let key = from;
  let afterMs = 0;
  while (!seen.has(key)) {
    yield { key, afterMs };
    seen.add(key);
    const step: JourneyDefinition['steps'][string] | undefined = steps[key];
    switch (step?.type) {
      case 'message':
        key = step.on?.sent ?? step.next;
        break;
      case 'update':
      case 'emit':
        key = step.next;
        break;
      case 'wait':
        if (step.for === undefined) return;
        afterMs += parseDuration(step.for) ?? 0;
        key = step.next;
        break;
      default:
        return;
    }
  }
}
