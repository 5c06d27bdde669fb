export * from './check-message.ts';
export * from './credentials.ts';
export * from './insults.ts';
