import { EARLY_ENDS, type Happening, type Simulation } from '@parcours/engine';

import { type DurationFigures, Durations } from './durations.js';

const DAY_MS = 86_400_000;

/** What a step of the journey came to. */
export interface StepFigures {
  readonly step: string;
  readonly type: string;
  /** How often it was left. */
  readonly left: number;
  /** How many stand at it in the end. */
  readonly standing: number;
  /** How often by each code. */
  readonly codes: Readonly<Record<string, number>>;
  /** From coming to it to leaving it. */
  readonly duration: DurationFigures;
}

export interface GoalFigures {
  readonly goal: string;
  readonly reached: number;
  /** The sum of what they were worth. */
  readonly value: number;
}

/** How often a message step sent nothing, and why. */
export interface SkipFigures {
  readonly step: string;
  readonly reason: string;
  readonly count: number;
}

/** What a replay came to. */
export interface ReplayFigures {
  readonly customers: { readonly played: number; readonly withEvents: number; readonly entered: number };
  readonly entries: {
    readonly entered: number;
    readonly heldOut: number;
    readonly refused: Readonly<Record<string, number>>;
  };
  readonly exits: { readonly reasons: Readonly<Record<string, number>>; readonly underWay: number };
  readonly goals: readonly GoalFigures[];
  readonly steps: readonly StepFigures[];
  readonly messages: {
    readonly total: number;
    readonly perDay: readonly { readonly day: string; readonly count: number }[];
    readonly templates: Readonly<Record<string, number>>;
    readonly channels: Readonly<Record<string, number>>;
    readonly skips: readonly SkipFigures[];
  };
  readonly passage: DurationFigures;
}

interface StepTally {
  left: number;
  standing: number;
  readonly codes: Tally;
  readonly duration: Durations;
}

/** Counts what happens in the simulations of many customers; of each, only the counts are kept. */
export class ReplayTally {
  private played = 0;
  private withEvents = 0;
  private enteredCustomers = 0;
  private heldOut = 0;
  private readonly refused = new Tally();
  private readonly reasons = new Tally();
  private readonly days = new Tally();
  private readonly templates = new Tally();
  private readonly channels = new Tally();
  private readonly skips = new Map<string, { step: string; reason: string; count: number }>();
  private readonly goals = new Map<string, { reached: number; value: number }>();
  private readonly steps: ReadonlyMap<string, StepTally>;
  private readonly passage = new Durations();
  private entered = 0;
  private underWay = 0;

  /** Takes the steps of the journey in their order, with their types. */
  constructor(private readonly types: ReadonlyMap<string, string>) {
    this.steps = new Map(
      [...types.keys()].map((key) => [
        key,
        { left: 0, standing: 0, codes: new Tally(), duration: new Durations() },
      ]),
    );
  }

  add({ happenings, enrollments }: Simulation, hasEvents: boolean): void {
    this.played += 1;
    if (hasEvents) this.withEvents += 1;
    if (enrollments.length > 0) this.enteredCustomers += 1;
    const cameAt: number[] = [];
    for (const happening of happenings) {
      if (!isWithdrawn(happening, enrollments)) this.count(happening, cameAt);
    }
    for (const { status, step, enteredAt, endedAt } of enrollments) {
      if (endedAt !== null) this.passage.add(endedAt - enteredAt);
      if (status === 'ended') continue;
      this.underWay += 1;
      const tally = step === null ? undefined : this.steps.get(step);
      if (tally) tally.standing += 1;
    }
  }

  figures(): ReplayFigures {
    const { played, withEvents, enteredCustomers, entered, heldOut, underWay } = this;
    return {
      customers: { played, withEvents, entered: enteredCustomers },
      entries: { entered, heldOut, refused: this.refused.counts() },
      exits: { reasons: this.reasons.counts(), underWay },
      goals: [...this.goals].map(([goal, figures]) => ({ goal, ...figures })),
      steps: [...this.steps].map(([step, { left, standing, codes, duration }]) => ({
        step,
        type: this.types.get(step) ?? '',
        left,
        standing,
        codes: codes.counts(),
        duration: duration.figures(),
      })),
      messages: {
        total: this.days.total,
        perDay: Object.entries(this.days.counts())
          .map(([day, count]) => ({ day, count }))
          .sort((a, b) => (a.day < b.day ? -1 : 1)),
        templates: this.templates.counts(),
        channels: this.channels.counts(),
        skips: [...this.skips.values()],
      },
      passage: this.passage.figures(),
    };
  }

  /** `cameAt`: when each passage of the customer came to where it is. */
  private count(happening: Happening, cameAt: number[]): void {
    const { at } = happening;
    switch (happening.type) {
      case 'enters':
        this.entered += 1;
        if (happening.heldOut) this.heldOut += 1;
        cameAt[happening.enrollment] = at;
        return;
      case 'refused':
        this.refused.add(happening.code);
        return;
      case 'step': {
        const { enrollment, record } = happening;
        const { step, code, detail } = record;
        const tally = this.steps.get(step);
        tally?.codes.add(code);
        tally?.duration.add(at - (cameAt[enrollment] ?? at));
        if (tally) tally.left += 1;
        cameAt[enrollment] = at;
        if (code === 'skipped') this.skip(step, detail?.['reason']);
        return;
      }
      case 'sends':
        this.days.add(dayOf(happening.decision.sendAt ?? at));
        this.templates.add(happening.request.template);
        this.channels.add(happening.decision.channel);
        return;
      case 'goal':
        this.reach(happening.goal, happening.value);
        return;
      case 'ends':
        this.reasons.add(happening.reason);
        return;
      default:
    }
  }

  private skip(step: string, why: unknown): void {
    const reason = typeof why === 'string' ? why : 'unknown';
    const place = `${step} ${reason}`;
    const known = this.skips.get(place) ?? { step, reason, count: 0 };
    known.count += 1;
    this.skips.set(place, known);
  }

  private reach(goal: string, worth: number | null): void {
    const known = this.goals.get(goal) ?? { reached: 0, value: 0 };
    known.reached += 1;
    known.value += worth ?? 0;
    this.goals.set(goal, known);
  }
}

/** A message that was still held when its passage ended early: it is never sent. */
function isWithdrawn(happening: Happening, enrollments: Simulation['enrollments']): boolean {
  if (happening.type !== 'sends') return false;
  const { endedAt, endReason } = enrollments[happening.enrollment] ?? {};
  const { sendAt = happening.at } = happening.decision;
  return (endedAt ?? Infinity) < sendAt && EARLY_ENDS.some((reason) => reason === endReason);
}

function dayOf(at: number): string {
  return new Date(Math.floor(at / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
}

/** How often each name came. */
class Tally {
  total = 0;
  private readonly byName = new Map<string, number>();

  add(name: string): void {
    this.total += 1;
    this.byName.set(name, (this.byName.get(name) ?? 0) + 1);
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.byName);
  }
}
