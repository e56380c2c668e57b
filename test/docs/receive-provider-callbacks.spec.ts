import { describeHowTo } from './support/how-to.js';

describeHowTo('receive-provider-callbacks');
