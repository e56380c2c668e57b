import { describeHowTo } from './support/how-to.js';

describeHowTo('create-and-publish');
describeHowTo('publish-at-a-time');
describeHowTo('release-together');
describeHowTo('find-and-filter');
describeHowTo('translate');
describeHowTo('compare-and-restore');
describeHowTo('retire');
describeHowTo('define-custom-fields');
describeHowTo('set-up-phases-touchpoints-personas');
