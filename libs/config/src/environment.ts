import { ConfigErrors } from './config.errors.js';

type Environment = Readonly<Record<string, string | undefined>>;

interface IntegerRange {
  readonly min: number;
  readonly max: number;
}

interface IntegerRule extends IntegerRange {
  readonly fallback: number;
}

/**
 * Reads variables one by one and collects what is wrong, so that a person mends all of it at once. Complaints name the
 * variable and the rule, never the value: values may be secrets.
 */
export class EnvironmentReader {
  private readonly complaints: string[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string, fallback: string): string {
    return this.optional(name) ?? fallback;
  }

  optional(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  integer(name: string, { fallback, ...range }: IntegerRule): number {
    return this.optionalInteger(name, range) ?? fallback;
  }

  optionalInteger(name: string, { min, max }: IntegerRange): number | undefined {
    const text = this.optional(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.complain(name, `must be a whole number from ${String(min)} to ${String(max)}`);
    return undefined;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const text = this.optional(name);
    if (text === undefined) return fallback;
    const found = allowed.find((candidate) => candidate === text);
    if (found === undefined) this.complain(name, `must be one of ${allowed.join(', ')}`);
    return found ?? fallback;
  }

  list(name: string): readonly string[] {
    const parts = this.optional(name)?.split(',') ?? [];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  complain(name: string, rule: string): void {
    this.complaints.push(`${name} ${rule}`);
  }

  /** @throws config.invalid naming every wrong variable. */
  finish(): void {
    if (this.complaints.length > 0) throw ConfigErrors.invalid({ complaints: this.complaints });
  }
}
