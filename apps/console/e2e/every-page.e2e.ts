import { everyPageIsAccessible } from './accessibility.ts';
import { whoBreaksTheRulesIsBlocked } from './blocking.ts';
import { openHouse } from './house.ts';
import { everybodyReadsTheirLanguage } from './languages.ts';
import { papersAndErasures } from './paperwork.ts';
import { eachRoleItsOwnScreen } from './screens.ts';

// One platform for all of it: starting it is the slow part.
const house = openHouse();

describe('the screens of the staff and the pages of the requester', () => eachRoleItsOwnScreen(house));
describe('documents after service, and erasing a person', () => papersAndErasures(house));
describe('languages', () => everybodyReadsTheirLanguage(house));
describe('who breaks the rules', () => whoBreaksTheRulesIsBlocked(house));
describe('every page is accessible', () => everyPageIsAccessible(house));
