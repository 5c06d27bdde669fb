interface Hotline {
  readonly entryPoints: readonly { readonly id: string; readonly channel: string }[];
  readonly categories: readonly {
    readonly id: string;
    readonly outOfScope: unknown;
    readonly fields: readonly { readonly id: string; readonly choices: readonly { readonly id: string }[] }[];
  }[];
  readonly languages: readonly string[];
  readonly acceptance: unknown;
  readonly edition: { readonly id: string };
}

/** A body that the hotline admits by the web: about 1 KB, with a telephone, and an address where letters are wanted. JSON. */
export async function aFiling(hotlines: string, tenant: string, email = false): Promise<string> {
  const hotline = (await (await fetch(`${hotlines}/${tenant}`)).json()) as Hotline;
  const category = hotline.categories.find((one) => one.outOfScope === null);
  return JSON.stringify({
    entryPoint: hotline.entryPoints.find(({ channel }) => channel === 'web')?.id,
    category: category?.id,
    language: hotline.languages[0],
    requester: { name: 'Bench', phone: '+79161234567', ...(email ? { email: 'bench@example.org' } : {}) },
    text: 'x'.repeat(600),
    fields: Object.fromEntries(category?.fields.map(({ id, choices }) => [id, choices[0]?.id ?? 'x']) ?? []),
    ...(hotline.acceptance === null ? {} : { acceptedRules: hotline.edition.id }),
  });
}
