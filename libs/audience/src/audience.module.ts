import { Global, Module } from '@nestjs/common';

import { CustomerController } from './api/customer.controller.js';
import { CustomerService } from './customers/customer.service.js';
import { CustomerStore } from './customers/customer.store.js';

/** The store, for every process. */
@Global()
@Module({ providers: [CustomerStore], exports: [CustomerStore] })
export class AudienceModule {}

/** The REST routes, for processes that serve HTTP. */
@Module({ controllers: [CustomerController], providers: [CustomerService] })
export class AudienceApiModule {}
