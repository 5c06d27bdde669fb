export { articleFor, type PublishedArticle } from './answered.ts';
export { groupByVectors } from './dense.ts';
export {
  type Change,
  decideEdit,
  decideUndo,
  type Edit,
  type EditDecision,
  type EditKind,
  type Face,
  faceOf,
  type Group,
  type MadeEdit,
  refuseEdit,
  shownAs,
} from './edits.ts';
export { maskQuestion } from './mask.ts';
export {
  type FreshGroup,
  type KnownGroup,
  type Placement,
  placeQuestions,
  rememberedBy,
  sameAsBefore,
  TYPICAL,
} from './place.ts';
export { type EditRefusal, editRefusals } from './sentences.ts';
