import { everyPageIsAccessible } from './accessibility.ts';
import { whoBreaksTheRulesIsBlocked } from './blocking.ts';
import { formsStandInOtherSites } from './embedding.ts';
import { filesGoWithTheQuestion } from './files.ts';
import { openHouse } from './house.ts';
import { filedAnsweredCounted } from './journeys.ts';
import { everybodyReadsTheirLanguage } from './languages.ts';
import { papersAndErasures } from './paperwork.ts';
import { regulationChangesWhileItRuns } from './regulation.ts';
import { eachRoleItsOwnScreen } from './screens.ts';
import { nothingTypedIsLost } from './typing.ts';

// One platform for all of it: starting it is the slow part.
const house = openHouse();

describe('a request from the form to the statistics', () => filedAnsweredCounted(house));
describe('what people type and press', () => nothingTypedIsLost(house));
describe('forms in the pages of other sites', () => formsStandInOtherSites(house));
describe('a regulation that changes while it runs', () => regulationChangesWhileItRuns(house));
describe('the screens of the staff and the pages of the requester', () => eachRoleItsOwnScreen(house));
describe('documents after service, and erasing a person', () => papersAndErasures(house));
describe('languages', () => everybodyReadsTheirLanguage(house));
describe('who breaks the rules', () => whoBreaksTheRulesIsBlocked(house));
describe('files with a question', () => filesGoWithTheQuestion(house));
describe('every page is accessible', () => everyPageIsAccessible(house));
