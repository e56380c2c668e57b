import type { NewOutsideCall, OwnerQuestion } from '../outside/outside-call.js';

/** A call with the question of who is to do it. */
export interface UngivenCall extends NewOutsideCall {
  readonly question: OwnerQuestion;
}

export function isUngiven(call: NewOutsideCall): call is UngivenCall {
  return call.question !== undefined;
}

/** Whose turns are taken: they go round for each step of a journey. */
export function roundOf({ question: { journeyId }, step }: UngivenCall): string {
  return `${String(journeyId)} ${step}`;
}

/** Of a customer and a team. */
export function keptBy({ customerId, question: { team } }: UngivenCall): string {
  return `${String(customerId)} ${team}`;
}

/**
 * Whom each call is given to, in their order; `undefined` where it takes a turn that is yet to be had. Whoever had the
 * customer before keeps them, if the step wants it and they are there; so does who gets the customer earlier in the list.
 */
export function needTurns(
  calls: readonly UngivenCall[],
  kept: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const known = new Map(kept);
  const turns = new Map<string, number>();
  for (const call of calls) {
    if (keptOwner(call, known) !== undefined) continue;
    const round = roundOf(call);
    turns.set(round, (turns.get(round) ?? 0) + 1);
    // Who it will be is not known yet, but it will be somebody who is there.
    known.set(keptBy(call), ANYBODY);
  }
  return turns;
}

/** Gives the calls, with the first turn of each round. */
export function giveOwners(
  calls: readonly UngivenCall[],
  kept: ReadonlyMap<string, string>,
  firstTurns: ReadonlyMap<string, number>,
): NewOutsideCall[] {
  const known = new Map(kept);
  const turns = new Map(firstTurns);
  return calls.map((call) => {
    const owner = keptOwner(call, known) ?? takeTurn(call, turns);
    known.set(keptBy(call), owner);
    return given(call, owner);
  });
}

const ANYBODY = '\u0000';

function keptOwner(call: UngivenCall, known: ReadonlyMap<string, string>): string | undefined {
  const { keep, present } = call.question;
  const owner = keep ? known.get(keptBy(call)) : undefined;
  return owner !== undefined && (owner === ANYBODY || present.includes(owner)) ? owner : undefined;
}

function takeTurn(call: UngivenCall, turns: Map<string, number>): string {
  const { present } = call.question;
  const round = roundOf(call);
  const turn = turns.get(round) ?? 0;
  turns.set(round, turn + 1);
  return present[turn % present.length] ?? '';
}

function given({ question, call, ...rest }: UngivenCall, owner: string): NewOutsideCall {
  const { team, into } = question;
  if (call.kind !== 'action') return { ...rest, call };
  return { ...rest, call: { ...call, input: { ...call.input, [into]: owner } }, owner: { team, key: owner } };
}
