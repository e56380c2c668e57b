export type { Answer, Page } from './answer.js';
export type { Routes } from './generated/routes.js';
export type { Schemas } from './generated/schemas.js';
export { type AnyCall, type ClientOptions, ParcoursClient } from './parcours-client.js';
export { ParcoursProblem, ParcoursUnreachable, type ProblemItem } from './parcours-problem.js';
export type { CallOptions, CallSettings, Data, Item, ListPath, Method, PathOf } from './routes.types.js';
