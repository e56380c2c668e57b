import { compileCondition, type CompiledCondition, type Condition } from '@parcours/conditions';
import type { CustomerFacts } from '@parcours/conditions';
import { isJsonObject, type JsonObject, type JsonValue, resolveText } from '@parcours/kernel';

import type { PolicyCare } from './channel-policy.js';
import type { AppliedPolicy, PlanMoment } from './policy-question.js';
import type { Reachable } from './message-plan.rules.js';

/** Where customers can help themselves. Texts may be localised. */
export interface Help {
  readonly title: JsonValue;
  readonly url: string;
}

/** What a person is asked to do in place of a message; values such as `{{customer.first_name}}` are not read yet. */
export interface Escalation {
  readonly connector: string;
  readonly action: string;
  /** Everything that is known of the passage, where it is left out. */
  readonly input?: JsonObject;
}

/** How a policy looks after customers, ready to be asked. */
export interface CompiledCare {
  readonly help: readonly { readonly when: CompiledCondition | undefined; readonly help: Help }[];
  readonly person: { readonly when: CompiledCondition; readonly escalation: Escalation } | undefined;
}

export function compileCare({ selfService = [], person }: PolicyCare): CompiledCare {
  return {
    help: selfService.map(({ when, title, url }) => ({
      when: when && compileCondition(when as Condition),
      help: { title, url },
    })),
    person: person && {
      when: compileCondition(person.when as Condition),
      escalation: {
        connector: person.connector,
        action: person.action,
        ...(person.input && { input: person.input }),
      },
    },
  };
}

/** Every condition of it, for whoever gathers what they ask. */
export function conditionsOfCare(care: CompiledCare | undefined): CompiledCondition[] {
  if (!care) return [];
  return [...care.help.flatMap(({ when }) => when ?? []), ...(care.person ? [care.person.when] : [])];
}

interface Asked {
  readonly customer: Reachable;
  readonly moment: PlanMoment;
}

/** Who is to hear of it in place of the customer: of the own policy, else of one of the house. */
export function escalationOf(
  policies: readonly AppliedPolicy[],
  asked: Asked,
): { readonly policy: string; readonly escalation: Escalation; readonly values: JsonObject } | undefined {
  const scope = lazyScope(asked);
  for (const { policy, rules } of policies) {
    const person = rules.care?.person;
    if (!person?.when.holds(scope())) continue;
    return { policy: policy.key, escalation: person.escalation, values: person.when.values(scope()) };
  }
  return undefined;
}

/** Where the customer can help themselves: the first that holds, of the own policy, else of one of the house. */
export function helpOf(policies: readonly AppliedPolicy[], asked: Asked): Help | undefined {
  const scope = lazyScope(asked);
  for (const { rules } of policies) {
    const found = rules.care?.help.find(({ when }) => !when || when.holds(scope()));
    if (found) return found.help;
  }
  return undefined;
}

/** Made once somebody asks: most policies look after nobody. */
function lazyScope({ customer, moment: { now } }: Asked) {
  const { traits, consent } = customer;
  let facts: CustomerFacts | undefined;
  let isRead = false;
  return () => {
    if (!isRead) facts = customer.factsOf?.(traits);
    isRead = true;
    return { traits, consent, context: {}, facts, now };
  };
}

/** What a template reads of the help that goes with its message: `help.title` in the language of the reader, `help.url`. */
export function helpData(
  decision: JsonObject | undefined,
  { locale, defaultLocale }: { readonly locale: string; readonly defaultLocale: string },
): JsonObject {
  const help = decision?.['help'];
  if (!isJsonObject(help)) return {};
  const { title, url } = help;
  if (typeof url !== 'string') return {};
  return { help: { title: textOf(title, locale, defaultLocale), url } };
}

function textOf(title: JsonValue | undefined, locale: string, defaultLocale: string): string {
  if (typeof title === 'string') return title;
  if (!isJsonObject(title)) return '';
  const texts = Object.entries(title).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  );
  return resolveText(Object.fromEntries(texts), locale, defaultLocale);
}
