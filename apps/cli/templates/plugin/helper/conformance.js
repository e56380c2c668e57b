import { defineConformance } from '@parcours/sdk/testing';

export default defineConformance({ templateHelper: 'points' });
