export * from './check-message.ts';
export * from './complaint-letters.ts';
export * from './credentials.ts';
export * from './incident-letter.ts';
export * from './incidents.ts';
export * from './insults.ts';
export * from './others-data.ts';
