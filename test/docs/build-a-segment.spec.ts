import { describeHowTo } from './support/how-to.js';

describeHowTo('build-a-segment');
