export * from './audience.errors.js';
export * from './audience.module.js';
export { CUSTOMER_ID_SCHEMA } from './api/customer.schema.js';
export * from './customers/customer.js';
export { CustomerStore } from './customers/customer.store.js';
