import { describeHowTo } from './support/how-to.js';

describeHowTo('ask-customers');
