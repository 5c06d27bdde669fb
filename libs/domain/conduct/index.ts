export * from './check-message.ts';
export * from './credentials.ts';
export * from './incident-letter.ts';
export * from './incidents.ts';
export * from './insults.ts';
