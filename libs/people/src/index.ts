export { BUILT_IN_KEYS } from './roles/built-in-roles.rules.js';
export { PEOPLE_DEFECTS, PeopleErrors, RoleErrors } from './people.errors.js';
export { PeopleModule } from './people.module.js';
