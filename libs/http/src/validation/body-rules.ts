import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** How the body of a route is read, where that differs from the others. */
export interface BodyRules {
  /** The route judges its items one by one, `__proto__` and NUL characters included; see `treeDefects`. */
  readonly isItemised?: boolean;
  /** Whatever its type is said to be, the body is JSON: browsers and libraries have reasons to say something else. */
  readonly isAlwaysJson?: boolean;
  /** The body is taken as it comes, whatever its type: see `rawBodyOf`. */
  readonly isRaw?: boolean;
  /** The longest body in bytes, once unpacked; 1 MiB where it is left out. */
  readonly maxBytes?: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly parcoursBody?: BodyRules;
  }
}

/** Declares how a route reads its body. */
export const BodyAs = (rules: BodyRules) => RouteConfig({ parcoursBody: rules });

export function bodyRulesOf(request: FastifyRequest): BodyRules {
  return request.routeOptions.config.parcoursBody ?? {};
}
