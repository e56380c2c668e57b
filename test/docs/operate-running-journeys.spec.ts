import { describeHowTo } from './support/how-to.js';

describeHowTo('operate-running-journeys');
