import { describeHowTo } from './support/how-to.js';

describeHowTo('import-customers');
describeHowTo('erase-a-customer');
