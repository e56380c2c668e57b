import type { Finding, JsonObject, JsonValue, Language } from '@parcours/kernel';

/** What a plugin's test may look at, of one value each. */
export const OFFERED_SUBJECTS = ['trait', 'property', 'context'] as const;

/** One value that a plugin's test looks at. */
export interface OfferedRead {
  readonly of: (typeof OFFERED_SUBJECTS)[number];
  /** A dotted path. */
  readonly path: string;
}

/** A test that somebody adds to the language, by a name such as `crm.good-standing`. None of its functions throws. */
export interface OfferedTest {
  /** What is wrong with what stands in `with`; pointers begin there. */
  check(config: JsonObject): readonly Finding[];
  reads(config: JsonObject): readonly OfferedRead[];
  /** `values` by `trait.plan`; absent where unknown. The same answer for the same values, always. */
  holds(config: JsonObject, values: Readonly<Record<string, JsonValue>>): boolean;
  /** A clause that reads after "if the customer". */
  words(config: JsonObject, language: Language): string;
}

/** Tests that are added to the language while the process starts; the last of a name counts. */
export class OfferedTests {
  private readonly offers = new Map<string, readonly OfferedTest[]>();

  /** Answers how to take it back. */
  offer(name: string, test: OfferedTest): () => void {
    this.offers.set(name, [...(this.offers.get(name) ?? []), test]);
    return () => {
      const left = (this.offers.get(name) ?? []).filter((offered) => offered !== test);
      if (left.length === 0) this.offers.delete(name);
      else this.offers.set(name, left);
    };
  }

  find(name: string): OfferedTest | undefined {
    return this.offers.get(name)?.at(-1);
  }

  names(): readonly string[] {
    return [...this.offers.keys()].sort();
  }
}

/** Those of this process. A condition is compiled in many places, none of which knows of plugins. */
export const OFFERED_TESTS = new OfferedTests();
