export { RegulationBook, RegulationError, regulationsProvider } from './book.ts';
