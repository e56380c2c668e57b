import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SURVEY_TYPE } from '@parcours/catalog';
import { type CheckContext, type ContentSnapshot, ContentTypeRegistry } from '@parcours/content';
import { type Finding, isJsonObject, type JsonObject, pointer } from '@parcours/kernel';
import { MESSAGE_TEMPLATE_TYPE, requiredVariables } from '@parcours/messaging';

import { PROVIDED } from '../templates/message-steps.rules.js';

/** What a message that acknowledges an answer is made from; see `messageData`. */
const PROVIDED_TO_ANSWER = [...PROVIDED, 'answer'];

/** Holds what surveys send in answer against what can be said in it, before they are published. */
@Injectable()
export class SurveyChecks implements OnModuleInit {
  constructor(private readonly types: ContentTypeRegistry) {}

  onModuleInit(): void {
    if (!this.types.has(SURVEY_TYPE.name)) return;
    const { check } = this.types.hooksOf(SURVEY_TYPE.name);
    this.types.attach(SURVEY_TYPE.name, {
      check: async (document: JsonObject, context: CheckContext) => [
        ...((await check?.(document, context)) ?? []),
        ...findingsIn(document, context.published),
      ],
    });
  }
}

function findingsIn({ acknowledge }: JsonObject, published: ContentSnapshot): Finding[] {
  if (!Array.isArray(acknowledge)) return [];
  return acknowledge.flatMap((entry, at) => {
    const key = isJsonObject(entry) ? entry['template'] : undefined;
    const template = typeof key === 'string' ? published.byKey(MESSAGE_TEMPLATE_TYPE, key) : undefined;
    if (!template) return [];
    return requiredVariables(template.document, published).flatMap((path): Finding[] => {
      const [root = ''] = path.split('.');
      if (PROVIDED_TO_ANSWER.includes(root)) return [];
      return [
        {
          code: 'journeys.variable-not-provided',
          severity: 'error',
          pointer: pointer('acknowledge', at, 'template'),
          message: `The template '${template.key}' needs '${path}', and nothing provides it.`,
          suggestion: `Begin it with ${PROVIDED_TO_ANSWER.join('., ')}., or give it a fallback.`,
        },
      ];
    });
  });
}
