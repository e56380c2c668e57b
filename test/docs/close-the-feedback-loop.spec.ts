import { describeHowTo } from './support/how-to.js';

describeHowTo('close-the-feedback-loop');
