import { describeHowTo } from './support/how-to.js';

describeHowTo('collect-with-segment-libraries');
