import type { AnyOpenConnector } from './connector-handle.js';
import type { CallLimits } from './call-limits.js';
import { withDeadline } from './with-deadline.js';

/** What is open too late is closed: nobody holds it. @throws DeadlinePassed, and whatever the plugin throws */
export async function openInTime(
  open: () => Promise<AnyOpenConnector>,
  limits: CallLimits,
): Promise<AnyOpenConnector> {
  let isAwaited = true;
  const closeUnlessAwaited = async (late: AnyOpenConnector): Promise<void> => {
    if (!isAwaited) await late.close();
  };
  const opening = open();
  opening.then(closeUnlessAwaited).catch(() => undefined);
  try {
    return await withDeadline(() => opening, limits);
  } finally {
    isAwaited = false;
  }
}

/** What keeps an opened connector from doing what it declares; `undefined` where nothing does. */
export function missingFunction(
  {
    channel,
    actions,
    records,
    exports,
  }: {
    readonly channel: string | undefined;
    readonly actions: object;
    readonly records?: { readonly forgets?: boolean } | undefined;
    readonly exports: readonly string[];
  },
  opened: AnyOpenConnector | undefined,
): string | undefined {
  const needed = [
    ...(channel === undefined ? [] : (['sendBatch'] as const)),
    ...(Object.keys(actions).length === 0 ? [] : (['act'] as const)),
    ...(records ? (['fields', 'changes', 'keepPeople', 'find'] as const) : []),
    ...(records?.forgets === true ? (['forget'] as const) : []),
    ...(exports.length === 0 ? [] : (['export'] as const)),
    'close' as const,
  ];
  return needed.find((name) => typeof opened?.[name] !== 'function');
}
