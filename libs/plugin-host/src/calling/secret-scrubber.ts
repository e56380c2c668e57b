const SHORTEST = 4;
/** Of a secret of several lines, such as a private key: programs print them one by one. */
const SHORTEST_LINE = 16;
const MASK = '•••';

/**
 * Takes a connector's secrets out of anything that it says. Values of fewer than four characters stay: they would
 * mangle every text, and are no secrets worth the name.
 */
export class SecretScrubber {
  private readonly secrets: readonly string[];

  constructor(secrets: readonly string[]) {
    const forms = secrets.flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      JSON.stringify(secret).slice(1, -1),
      ...secret.split(/\r?\n/).filter(({ length }) => length >= SHORTEST_LINE),
    ]);
    // Longest first, so that a secret inside another leaves no rest.
    this.secrets = [...new Set(forms)]
      .filter(({ length }) => length >= SHORTEST)
      .sort((a, b) => b.length - a.length);
  }

  text(text: string, longest = 1_000): string {
    let clean = text;
    for (const secret of this.secrets) clean = clean.replaceAll(secret, MASK);
    return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
  }

  /** A copy of log details; what JSON cannot carry is left out. */
  details(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    try {
      const copy: unknown = JSON.parse(
        JSON.stringify(details, (_name, value: unknown) =>
          typeof value === 'string'
            ? this.text(value)
            : value instanceof Error
              ? this.text(value.message)
              : value,
        ),
      );
      return typeof copy === 'object' && copy !== null ? { ...copy } : {};
    } catch {
      return { details: 'cannot be shown' };
    }
  }
}
