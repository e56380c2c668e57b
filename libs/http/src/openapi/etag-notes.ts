import { ETAG_EXTENSION } from './answers.decorator.js';
import { isRecord, listIn, type Operation, type PlacedOperation, recordIn } from './operation.js';

const ETAG = {
  description: 'Give it back in If-Match to change only what you have seen.',
  schema: { type: 'string', examples: ['"7"'] },
};

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'Answers 304 when it still carries this ETag.',
  schema: { type: 'string', examples: ['"7"'] },
};

/**
 * Documents the ETags. What takes If-Match answers the ETag that it has made; what is read at the same address has one
 * too, and need not be sent twice.
 */
export function describeEtags(operations: readonly PlacedOperation[]): void {
  const changing = new Set(
    operations.filter(({ operation }) => takesIfMatch(operation)).map(({ path }) => path),
  );
  for (const { method, path, operation } of operations) {
    const isTagged = operation[ETAG_EXTENSION];
    const isRead = method === 'GET' && (changing.has(path) || isTagged === true);
    Reflect.deleteProperty(operation, ETAG_EXTENSION);
    if (isTagged === false || (!isRead && !takesIfMatch(operation))) continue;
    for (const [status, response] of Object.entries(recordIn(operation, 'responses'))) {
      if (/^20[01]$/.test(status) && isRecord(response)) recordIn(response, 'headers')['ETag'] = ETAG;
    }
    if (!isRead) continue;
    listIn(operation, 'parameters').push(IF_NONE_MATCH);
    recordIn(operation, 'responses')['304'] = { description: 'You have it already.' };
  }
}

function takesIfMatch(operation: Operation): boolean {
  return listIn(operation, 'parameters').some(
    (parameter) => isRecord(parameter) && parameter['name'] === 'If-Match',
  );
}
