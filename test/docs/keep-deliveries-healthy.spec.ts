import { describeHowTo } from './support/how-to.js';

describeHowTo('keep-deliveries-healthy');
