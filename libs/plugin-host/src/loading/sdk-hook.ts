import type { InitializeHook, ResolveHook } from 'node:module';

/** The addresses of what is shared, by name. Node runs this file in a thread of its own. */
let addresses: Readonly<Record<string, string>> = {};

export const initialize: InitializeHook<Readonly<Record<string, string>>> = (shared) => {
  addresses = shared;
};

/** As Node has it; where Node finds nothing, what is shared. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  try {
    return await next(specifier, context);
  } catch (cause) {
    const url = addresses[specifier];
    if (url === undefined) throw cause;
    return { url, format: 'module', shortCircuit: true };
  }
};
