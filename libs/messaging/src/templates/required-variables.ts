import { compileEmail } from './email-template.js';
import { emailSource } from './localised-email.rules.js';
import { localesOf, type MessageTemplateDocument } from './message-template.type.js';

/** The dotted paths without which a template cannot be rendered, in any of its languages; of an accepted document. */
export function requiredVariables({ channels }: MessageTemplateDocument): string[] {
  const { email } = channels;
  const paths = localesOf(email).flatMap((locale) =>
    compileEmail(emailSource(email, locale ?? 'en')).variables.flatMap(({ path, required }) =>
      required ? [path] : [],
    ),
  );
  return [...new Set(paths)];
}
