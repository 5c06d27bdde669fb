import { filesGoWithTheAnswer } from './answer-files.ts';
import { formsStandInOtherSites } from './embedding.ts';
import { filesGoWithTheQuestion } from './files.ts';
import { openHouse } from './house.ts';
import { filedAnsweredCounted } from './journeys.ts';
import { regulationChangesWhileItRuns } from './regulation.ts';
import { nothingTypedIsLost } from './typing.ts';

// One platform for all of it: starting it is the slow part.
const house = openHouse();

describe('a request from the form to the statistics', () => filedAnsweredCounted(house));
describe('what people type and press', () => nothingTypedIsLost(house));
describe('forms in the pages of other sites', () => formsStandInOtherSites(house));
describe('a regulation that changes while it runs', () => regulationChangesWhileItRuns(house));
describe('files with a question', () => filesGoWithTheQuestion(house));
describe('files with an answer', () => filesGoWithTheAnswer(house));
