export { TOUCHPOINT_TYPE } from './touchpoint.type.js';
