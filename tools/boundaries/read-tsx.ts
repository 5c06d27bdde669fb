/**
 * Lets dependency-cruiser read .tsx files. Its swc parser never asks for JSX, has no option for it, and TypeScript 7 has no
 * programming interface that could read them instead. To be imported before dependency-cruiser.
 */
import { createRequire } from 'node:module';
import type * as Swc from '@swc/core';

const swc = createRequire(import.meta.url)('@swc/core') as { parseFileSync: typeof Swc.parseFileSync };
const parse = swc.parseFileSync as (file: string, options?: Swc.ParseOptions) => Swc.Module;

swc.parseFileSync = ((file: string, options?: Swc.ParseOptions) => {
  const withJsx = { ...options, syntax: 'typescript', tsx: true } as Swc.ParseOptions;
  return parse(file, file.endsWith('.tsx') ? withJsx : options);
}) as typeof Swc.parseFileSync;
