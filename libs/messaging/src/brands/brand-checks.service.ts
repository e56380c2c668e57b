import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BRAND_TYPE } from '@parcours/catalog';
import { ContentTypeRegistry } from '@parcours/content';

import { checkBrand } from './brand-check.js';

/** Lets brands be checked by what compiles templates, which the library of brands knows nothing of. */
@Injectable()
export class BrandChecks implements OnModuleInit {
  constructor(private readonly types: ContentTypeRegistry) {}

  onModuleInit(): void {
    this.types.attach(BRAND_TYPE.name, {
      check: async (document, context) => {
        const own = (await BRAND_TYPE.check?.(document, context)) ?? [];
        return [...own, ...(await checkBrand(document, context))];
      },
    });
  }
}
