import { describeHowTo } from './support/how-to.js';

describeHowTo('manage-customers');
