import { TEMPLATE_LIMITS, TEXT_PER_STEP } from './template-limits.js';
import { TemplateErrors } from './template.errors.js';

/** How values are put into words. */
export interface RenderOptions {
  /** BCP 47 tag for dates, numbers and plurals. Default `en`. */
  readonly locale?: string;
  /** IANA time zone for dates. Default `UTC`. */
  readonly zone?: string;
}

/** The turn of an `{{#each}}` that is under way. */
export interface Turn {
  readonly index: number;
  readonly key: string | number;
  readonly first: boolean;
  readonly last: boolean;
}

/** What names mean at one place: `this`, the frame around it for `../`, and the names after `as |…|`. */
export interface Frame {
  readonly value: unknown;
  readonly parent: Frame | undefined;
  readonly turn: Turn | undefined;
  readonly locals: readonly unknown[];
}

/** One rendering: what was written so far, and what it has cost. */
export class RenderState {
  out = '';
  readonly locale: string;
  readonly zone: string;
  private iterations = 0;
  private parts = 0;
  private work = 0;

  constructor(
    readonly root: unknown,
    options: RenderOptions,
  ) {
    this.locale = options.locale ?? 'en';
    this.zone = options.zone ?? 'UTC';
  }

  write(text: string): void {
    this.out += text;
    const limit = TEMPLATE_LIMITS.outputLength;
    if (this.out.length > limit) throw TemplateErrors.outputTooLong({ limit });
  }

  countParts(count: number): void {
    this.parts += count;
    const limit = TEMPLATE_LIMITS.parts;
    if (this.parts > limit) throw TemplateErrors.tooManySteps({ limit });
  }

  /** What a helper is about to do. */
  countWork(steps: number): void {
    this.work += steps;
    const limit = TEMPLATE_LIMITS.work;
    if (this.work > limit) throw TemplateErrors.tooManySteps({ limit });
  }

  /** An argument on its way to a helper, which may look at all of it. */
  counted(value: unknown): unknown {
    this.countWork(typeof value === 'string' ? 1 + value.length / TEXT_PER_STEP : 1);
    return value;
  }

  /** A text of so many characters that a helper is about to put together. */
  countText(length: number): void {
    const limit = TEMPLATE_LIMITS.outputLength;
    if (length > limit) throw TemplateErrors.outputTooLong({ limit });
    this.countWork(length / TEXT_PER_STEP);
  }

  countIteration(): void {
    const limit = TEMPLATE_LIMITS.iterations;
    if (++this.iterations > limit) throw TemplateErrors.tooManySteps({ limit });
  }
}
