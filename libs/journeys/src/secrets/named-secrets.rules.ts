import { isJsonObject, pointer } from '@parcours/kernel';

/** A place in a journey that names a secret. */
export interface NamedSecret {
  readonly secret: string;
  /** JSON pointer of the name, into the definition. */
  readonly pointer: string;
  /** The host that the step sends it to, with its port where that is another than usual. */
  readonly host: string | undefined;
}

/** The secrets that the http steps of a definition name; whatever is no definition names none. */
export function namedSecrets(definition: unknown): NamedSecret[] {
  const steps = isJsonObject(definition) ? definition['steps'] : undefined;
  return Object.entries(isJsonObject(steps) ? steps : {}).flatMap(([key, step]) => {
    if (!isJsonObject(step) || step['type'] !== 'http') return [];
    const { headers, url } = step;
    const host = typeof url === 'string' ? hostOf(url) : undefined;
    return Object.entries(isJsonObject(headers) ? headers : {}).flatMap(([name, value]) => {
      const secret = isJsonObject(value) ? value['secret'] : undefined;
      if (typeof secret !== 'string') return [];
      return [{ secret, pointer: pointer('steps', key, 'headers', name, 'secret'), host }];
    });
  });
}

/** The host of an address, with its port where that is another than usual. */
export function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
