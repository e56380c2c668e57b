import { describeHowTo } from './support/how-to.js';

describeHowTo('set-up-a-brand');
