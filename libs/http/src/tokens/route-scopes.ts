import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { nearest } from '@parcours/kernel';

import { HttpErrors } from '../http.errors.js';
import { assertNoDefects } from '../validation/compile-schema.js';
import { didYouMean } from '../validation/schema-defects.js';
import { accessOf } from './scope.decorator.js';

/** Every scope that a route asks for; the start fails when a route forgot to ask. */
@Injectable()
export class RouteScopes implements OnModuleInit {
  private readonly scopes = new Set<string>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws http.routes-without-scope naming them. */
  onModuleInit(): void {
    const forgotten = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (isClass(metatype) ? this.inspect(metatype) : []));
    if (forgotten.length > 0) throw HttpErrors.routesWithoutScope({ routes: forgotten });
  }

  /** All scopes that a token can have: those of the routes, one wildcard an area, and `*`. */
  known(): string[] {
    const areas = [...this.scopes].map((scope) => `${scope.split(':')[0] ?? ''}:*`);
    return ['*', ...new Set([...this.scopes, ...areas])].sort();
  }

  /** @throws http.invalid-request pointing at each scope that no route asks for. */
  assertKnown(scopes: readonly string[]): void {
    const known = this.known();
    const errors = scopes.flatMap((scope, at) =>
      known.includes(scope)
        ? []
        : [
            {
              pointer: `/scopes/${String(at)}`,
              code: 'schema.not-allowed',
              detail: `There is no scope '${scope}'.${didYouMean(nearest(scope, known))}`,
            },
          ],
    );
    assertNoDefects(errors, 'body');
  }

  private inspect(controller: Type): string[] {
    const prototype: unknown = controller.prototype;
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler: unknown = Reflect.get(prototype, name);
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const access = accessOf(handler, controller);
      if (typeof access === 'object') this.scopes.add(access.scope);
      return access === undefined ? [`${controller.name}.${name}`] : [];
    });
  }
}

function isClass(value: unknown): value is Type {
  return typeof value === 'function';
}
