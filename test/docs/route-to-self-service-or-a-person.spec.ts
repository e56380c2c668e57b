import { describeHowTo } from './support/how-to.js';

describeHowTo('route-to-self-service-or-a-person');
