import { defineErrors, errorOf } from '@parcours/kernel';

const nothing = errorOf<Record<string, never>>;

export const PeopleErrors = defineErrors('people', {
  userNotFound: errorOf<{ id: string }>({
    code: 'people.user-not-found',
    status: 404,
    title: 'User not found',
    detail: ({ id }) => `There is no user ${id}.`,
  }),
  emailTaken: nothing({
    code: 'people.email-taken',
    status: 409,
    title: 'E-mail address taken',
    detail: () => 'Another user has this e-mail address; upper and lower case make no difference.',
  }),
  changedMeanwhile: errorOf<{ what: string }>({
    code: 'people.changed-meanwhile',
    status: 409,
    title: 'Changed meanwhile',
    detail: ({ what }) => `The ${what} was changed by somebody else at the same moment. Try again.`,
    retryable: true,
  }),
  lastOwner: nothing({
    code: 'people.last-owner',
    status: 409,
    title: 'The last owner',
    detail: () =>
      'This is the only owner who can sign in. Make somebody else an owner first: an installation without one is locked.',
  }),
  beyondOwn: errorOf<{ scopes: readonly string[] }>({
    code: 'people.beyond-own',
    status: 403,
    title: 'Beyond your own rights',
    detail: ({ scopes }) =>
      `Only who may do it can give it to others, or take charge of who may: ${scopes.join(', ')}.`,
  }),
  weakPassword: nothing({
    code: 'people.weak-password',
    status: 422,
    title: 'Password too easy to guess',
    detail: () => 'Choose another password; errors says why.',
  }),
  wrongCredentials: nothing({
    code: 'people.wrong-credentials',
    status: 401,
    title: 'Wrong e-mail address or password',
    detail: () => 'There is no active user with this e-mail address and this password.',
  }),
  wrongPassword: nothing({
    code: 'people.wrong-password',
    status: 403,
    title: 'Wrong password',
    detail: () => 'The present password is another one.',
  }),
  lockedOut: nothing({
    code: 'people.locked-out',
    status: 429,
    title: 'Too many attempts',
    detail: () =>
      'Too many attempts have failed. Wait as long as Retry-After says; each further one doubles it.',
    retryable: true,
  }),
  signInsBusy: nothing({
    code: 'people.sign-ins-busy',
    status: 503,
    title: 'Too many people are signing in',
    detail: () => 'More passwords are being checked than this process can bear. Try again shortly.',
    retryable: true,
  }),
  sessionNotFound: errorOf<{ id: string }>({
    code: 'people.session-not-found',
    status: 404,
    title: 'Session not found',
    detail: ({ id }) => `You have no open session ${id}.`,
  }),
  sessionEnded: nothing({
    code: 'people.session-ended',
    status: 401,
    title: 'Session ended',
    detail: () => 'The refresh token is unknown, expired, or was used before; sign in again.',
  }),
  usersOnly: nothing({
    code: 'people.users-only',
    status: 403,
    title: 'For users only',
    detail: () =>
      'This call is for somebody who has signed in; an API token has no password and no sessions.',
  }),
  linkInvalid: nothing({
    code: 'people.link-invalid',
    status: 422,
    title: 'Link not valid',
    detail: () => 'The token was used, replaced by a newer one, or has expired. Ask for a new one.',
  }),
});

export const RoleErrors = defineErrors('roles', {
  notFound: errorOf<{ key: string }>({
    code: 'roles.not-found',
    status: 404,
    title: 'Role not found',
    detail: ({ key }) => `There is no role '${key}'.`,
  }),
  keyTaken: errorOf<{ key: string }>({
    code: 'roles.key-taken',
    status: 409,
    title: 'Key taken',
    detail: ({ key }) => `There is a role '${key}' already.`,
  }),
  builtIn: errorOf<{ key: string }>({
    code: 'roles.built-in',
    status: 409,
    title: 'Built-in role',
    detail: ({ key }) => `The role '${key}' is built in and stays as it is. Make one of your own.`,
  }),
  inUse: errorOf<{ key: string; users: number; tokens: number }>({
    code: 'roles.in-use',
    status: 409,
    title: 'Role in use',
    detail: ({ key, users, tokens }) =>
      `The role '${key}' belongs to ${String(users)} users and ${String(tokens)} API tokens. Take it from them first.`,
  }),
});

/** Codes of what can be wrong with a password or a role; they appear in the `errors` of a problem. */
export const PEOPLE_DEFECTS = {
  'people.password-too-short': 'A password with fewer than 12 characters.',
  'people.password-common': 'A password that is among the first to be tried.',
  'people.password-personal': 'A password made of the e-mail address or the name.',
  'people.unknown-role': 'A role that there is not.',
} as const;
