import type { CustomerView } from './state.js';

/** Tags that a step adds and removes. */
export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** What lies behind a customer once their tags are changed; what is added and removed stays. */
export function afterTags(
  factsOf: CustomerView['factsOf'],
  { add, remove }: TagChange,
): CustomerView['factsOf'] {
  return (
    factsOf &&
    ((traits) => {
      const before = factsOf(traits);
      return {
        ...before,
        hasTag: (tag) => add.includes(tag) || (!remove.includes(tag) && before.hasTag(tag)),
      };
    })
  );
}
