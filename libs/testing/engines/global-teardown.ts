export default async function stopSharedEngines(): Promise<void> {
  await (globalThis as { stopSharedEngines?: () => Promise<void> }).stopSharedEngines?.();
}
