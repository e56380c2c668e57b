import { describeHowTo } from './support/how-to.js';

describeHowTo('map-a-journey');
