import { TemplateErrors } from '../templates/template.errors.js';

/** A text that is JSON, as it is. @throws templates.not-json */
export function asJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch (cause) {
    // The message of the parser repeats what it read, which may be a customer's.
    const at = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined;
    const reason = at === undefined ? 'it ends too early' : `it stops making sense at character ${at}`;
    throw TemplateErrors.notJson({ reason }, { cause });
  }
}
