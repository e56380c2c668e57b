export * from './audience.errors.js';
export * from './audience.module.js';
export { CUSTOMER_ID_SCHEMA } from './api/customer.schema.js';
export * from './customers/customer.js';
export { CustomerStore } from './customers/customer.store.js';
export { AUDIENCE_FINDINGS, SEGMENT_TYPE, type SegmentDocument } from './segments/segment.type.js';
