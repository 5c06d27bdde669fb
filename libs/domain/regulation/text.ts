export type Language = 'ru' | 'uk' | 'kk' | 'en';
/** A sentence in the tenant's languages; every language of the tenant is present. */
export type Text = Readonly<Partial<Record<Language, string>>>;
