import { z } from 'zod';

/** As much of an OpenAPI document as the gateway needs to merge and show; the rest passes through. */
const Schema = z.record(z.string(), z.unknown());
const Response = z.looseObject({
  description: z.string(),
  content: z.record(z.string(), z.looseObject({ schema: Schema.optional() })).optional(),
});
const Parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: Schema.optional(),
});
export const Operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  'x-allow': z.union([z.string(), z.array(z.string())]).default('public'),
  'x-refusals': z.array(z.string()).optional(),
  parameters: z.array(Parameter).default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: Schema })) }).optional(),
  responses: z.record(z.string(), Response),
});
export type Operation = z.infer<typeof Operation>;

export const OpenApi = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), description: z.string().optional() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }),
});
export type OpenApi = z.infer<typeof OpenApi>;
