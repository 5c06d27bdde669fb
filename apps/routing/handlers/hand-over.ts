import { allow, type Decision, decideVendor } from '@reglament/domain/request';
import type { Change, Scene } from './scene.ts';

/** Hands over to the developer of the system, where a contract provides for it (ovk 2.6). */
export function handOver(
  { work, next, regulation, by }: Scene,
  body: { readonly vendor: string; readonly note?: string | undefined },
): Decision<Change> {
  const vendor = decideVendor(regulation, body.vendor);
  if (!vendor.ok) return vendor;
  const { id, clause } = vendor.value;
  const note = body.note ?? null;
  return allow({
    patch: { status: next, vendor: id, waitingSince: null },
    detail: { vendor: id, clause, note },
    say: [{ type: 'work.handed-over.v1', payload: { requestId: work.requestId, by, to: id, clause, note } }],
  });
}
