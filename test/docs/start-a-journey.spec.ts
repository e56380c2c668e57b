import { describeHowTo } from './support/how-to.js';

describeHowTo('start-a-journey');
