import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiTags } from '@nestjs/swagger';

const TAG_DESCRIPTION = 'x-tag-description';

/** Groups a controller's routes in the documentation. One of the controllers of a group says what the group is. */
export function Tag(name: string, description?: string): ClassDecorator {
  const group = ApiTags(name);
  return description === undefined
    ? group
    : applyDecorators(group, ApiExtension(TAG_DESCRIPTION, description));
}

/** Takes the description of its tag out of an operation of the document. */
export function takeTagDescription(operation: Record<string, unknown>): string | undefined {
  const description = operation[TAG_DESCRIPTION];
  Reflect.deleteProperty(operation, TAG_DESCRIPTION);
  return typeof description === 'string' ? description : undefined;
}
