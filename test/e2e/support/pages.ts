/** A page that customers see, as it was answered. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** Fields of a form; a text is sent as it is. */
export type Form = Readonly<Record<string, string | readonly string[]>> | string;

/** Gets a page, or sends it a form, as a browser does. */
export async function visit(url: string, form?: Form): Promise<Page> {
  const response = await fetch(url, {
    redirect: 'manual',
    ...(form !== undefined && {
      method: 'POST',
      body: typeof form === 'string' ? form : encoded(form),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** What a browser sends back of a preference page, with some boxes ticked otherwise. */
export function formOf(html: string, changes: Readonly<Record<string, boolean>>): Record<string, string[]> {
  const values = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
  const on = values(/name="on" value="([^"]+)"/g);
  const off = values(/name="off" value="([^"]+)"/g);
  const choice = [...on, ...off].filter((value) => changes[value] ?? on.includes(value));
  return { on, off, choice, do: ['save'] };
}

function encoded(form: Readonly<Record<string, string | readonly string[]>>): string {
  const fields = new URLSearchParams();
  for (const [name, values] of Object.entries(form)) {
    for (const value of [values].flat()) fields.append(name, value);
  }
  return fields.toString();
}
