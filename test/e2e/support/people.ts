import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { PeopleModule } from '@parcours/people';
import type { Profile } from '@parcours/testing';

import { type Answer, type ApiParts, type RunningApi, startApi } from './running-api.js';

export const PASSWORD = 'marble otter seventeen';

export const A_TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };

export interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly sessionId: string;
}

export interface PeopleApi extends RunningApi {
  /** A new user with {@link PASSWORD}; answers the id. */
  addUser(email: string, roles: readonly string[], more?: object): Promise<string>;
  login(email: string, password?: string, headers?: Record<string, string>): Promise<Answer>;
  signIn(email: string): Promise<SignedIn>;
}

/** The API with users, one content type, and a caller that the tests choose by `x-forwarded-for`. */
export async function startPeople(profile: Profile, parts: Partial<ApiParts> = {}): Promise<PeopleApi> {
  const { modules = [], environment, ...rest } = parts;
  const api = await startApi(profile, {
    types: [TOUCHPOINT_TYPE],
    ...rest,
    modules: [PeopleModule, ...modules],
    environment: { PARCOURS_TRUST_PROXY: '127.0.0.1', ...environment },
  });
  const login = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
    api.call('POST', 'auth/login', { body: { email, password }, token: null, headers });
  return {
    ...api,
    addUser: async (email, roles, more = {}) => {
      const body = { email, name: email.split('@')[0], roles, password: PASSWORD, ...more };
      const answer = await api.call('POST', 'users', { body });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body.data.id as string;
    },
    login,
    signIn: async (email) => {
      const answer = await login(email);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body.data as SignedIn;
    },
  };
}
