import type { CustomField, Fields } from '@puckeditor/core';
import type { useTranslation } from 'react-i18next';
import { ChoiceField } from '@/components/ui/choice-field';
import { SwitchField } from '@/components/ui/switch-field';
import { TextField } from '@/components/ui/text-field';
import { PhotoChooser } from '@/features/photo/components/photo-chooser';
import type { BlockKind } from '../page-content';

type Translate = ReturnType<typeof useTranslation>['t'];

/** What can be chosen from, as other parts of the site know it. */
export interface FieldChoices {
  categories: readonly string[];
  packs: readonly { id: string; title: string }[];
}

type FieldsOf = (t: Translate, choices: FieldChoices) => Fields;

const words = (label: string, maxLength: number, more: { lines?: number; hint?: string } = {}): CustomField<string> => ({
  type: 'custom',
  render: ({ value, onChange }) => (
    <TextField label={label} value={value ?? ''} onChange={(given) => onChange(given)} maxLength={maxLength} {...more} />
  ),
});

const number = (label: string, most: number): CustomField<number> => ({
  type: 'custom',
  render: ({ value, onChange }) => (
    <TextField
      label={label}
      inputMode="numeric"
      value={Number.isFinite(value) && value > 0 ? String(value) : ''}
      onChange={(given) => onChange(Math.min(most, Number(given.replace(/\D/g, '')) || 0))}
      maxLength={2}
    />
  ),
});

const choice = (label: string, options: readonly { value: string; name: string }[]): CustomField<string> => ({
  type: 'custom',
  render: ({ value, onChange }) => (
    <ChoiceField label={label} value={value ?? ''} options={options} onChange={(given) => onChange(given)} />
  ),
});

const yesNo = (label: string): CustomField<boolean> => ({
  type: 'custom',
  render: ({ value, onChange }) => <SwitchField label={label} value={value} onChange={(given) => onChange(given)} />,
});

const photos = (label: string): CustomField<string[]> => ({
  type: 'custom',
  render: ({ value, onChange }) => (
    <PhotoChooser label={label} chosen={value ?? []} most={24} onChange={(given) => onChange(given)} />
  ),
});

const heading = (t: Translate) => words(t('pages.field.heading'), 120, { hint: t('pages.field.own') });

/** What can be said about each kind of block. */
export const fieldsOf: Record<BlockKind | 'root', FieldsOf> & { root: (t: Translate) => Fields } = {
  root: (t) => ({ title: words(t('pages.field.title'), 120) }),
  hero: (t) => ({
    headline: words(t('pages.field.headline'), 120, { hint: t('pages.field.own') }),
    lead: words(t('pages.field.lead'), 300, { lines: 3, hint: t('pages.field.own') }),
    categories: yesNo(t('pages.field.categories')),
  }),
  collection: (t, { categories }) => ({
    heading: heading(t),
    query: words(t('pages.field.query'), 200),
    category: choice(t('search.category'), [
      { value: '', name: t('pages.field.any') },
      ...categories.map((value) => ({ value, name: t(`category.${value}`, value) })),
    ]),
    orientation: choice(t('search.orientation.label'), [
      { value: '', name: t('pages.field.any') },
      ...['horizontal', 'vertical', 'square'].map((value) => ({ value, name: t(`search.orientation.${value}`) })),
    ]),
    color: words(t('pages.field.color'), 6, { hint: t('pages.field.colorHint') }),
    limit: number(t('pages.field.limit'), 60),
  }),
  mosaic: (t) => ({ heading: heading(t), photoIds: photos(t('pages.field.photos')) }),
  trends: (t) => ({ heading: heading(t), limit: number(t('pages.field.words'), 24) }),
  'just-approved': (t) => ({
    heading: heading(t),
    limit: number(t('pages.field.limit'), 60),
    endless: yesNo(t('pages.field.endless')),
  }),
  'most-bought': (t) => ({ heading: heading(t), limit: number(t('pages.field.limit'), 60) }),
  text: (t) => ({
    heading: words(t('pages.field.heading'), 120),
    text: words(t('pages.field.text'), 5000, { lines: 8, hint: t('pages.field.textHint') }),
    linkLabel: words(t('pages.field.linkLabel'), 120),
    linkHref: words(t('pages.field.linkHref'), 500, { hint: t('pages.field.linkHint') }),
  }),
  pack: (t, { packs }) => ({
    heading: heading(t),
    packId: choice(t('pages.field.pack'), [
      { value: '', name: t('pages.field.choose') },
      ...packs.map(({ id, title }) => ({ value: id, name: title })),
    ]),
  }),
};
