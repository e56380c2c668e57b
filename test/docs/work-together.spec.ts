import { describeHowTo } from './support/how-to.js';

describeHowTo('work-together');
