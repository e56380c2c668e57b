import { describeHowTo } from './support/how-to.js';

describeHowTo('limit-what-customers-receive');
