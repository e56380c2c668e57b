import type { Type } from '@nestjs/common';

import type { ContentType } from './content-type.js';

/** Names a type's controller: the class name is part of its operations' ids in the documentation. */
export function namedController(controller: Type, { name }: ContentType, part = ''): Type {
  const words = name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  Object.defineProperty(controller, 'name', { value: `${words}${part}Controller` });
  return controller;
}
