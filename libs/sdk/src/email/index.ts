export * from './email-address.js';
export * from './own-reactions.js';
export * from './ready-email.js';
export * from './text-part.js';
