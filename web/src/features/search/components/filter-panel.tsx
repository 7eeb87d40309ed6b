import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { components } from '@/api/search';
import type { Orientation, SearchParams } from '../search-params';
import { ColourField } from './colour-field';
import styles from './filter-panel.module.css';

type Facets = components['schemas']['SearchAnswer']['facets'];

interface FilterPanelProps {
  params: SearchParams;
  facets: Facets | undefined;
  onChange: (params: SearchParams) => void;
}

const SHAPES: Orientation[] = ['horizontal', 'vertical', 'square'];

/** What narrows a search down, each choice with how many photos it would leave. */
export function FilterPanel({ params, facets, onChange }: FilterPanelProps) {
  const { t } = useTranslation();
  const count = (facet: string, value: string) => facets?.[facet]?.find((entry) => entry.value === value)?.count;
  const categories = facets?.category?.map(({ value }) => value) ?? [];
  const choose = (change: Partial<Record<keyof SearchParams, string | undefined>>) =>
    onChange(Object.fromEntries(Object.entries({ ...params, ...change }).filter(([, value]) => value)));

  return (
    <div className={styles.panel}>
      <Choice
        label={t('search.orientation.label')}
        values={SHAPES}
        chosen={params.orientation}
        name={(value) => t(`search.orientation.${value}`)}
        count={(value) => count('orientation', value)}
        onChoose={(orientation) => choose({ orientation })}
      />
      <ColourField color={params.color} onChange={(color) => choose({ color })} />
      {categories.length > 0 || params.category ? (
        <Choice
          label={t('search.category')}
          values={[...new Set([...categories, ...(params.category ? [params.category] : [])])]}
          chosen={params.category}
          name={(value) => t(`category.${value}`, value)}
          count={(value) => count('category', value)}
          onChoose={(category) => choose({ category })}
        />
      ) : null}
      <Choice
        label={t('search.sort.label')}
        values={['newest', 'popular']}
        chosen={params.sort}
        name={(value) => t(`search.sort.${value}`)}
        count={() => undefined}
        onChoose={(sort) => choose({ sort })}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  values: readonly string[];
  chosen: string | undefined;
  name: (value: string) => string;
  count: (value: string) => number | undefined;
  onChoose: (value: string | undefined) => void;
}

function Choice({ label, values, chosen, name, count, onChoose }: ChoiceProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.choice!}
      selectionMode="single"
      selectedKeys={chosen ? [chosen] : []}
      onSelectionChange={(keys) => onChoose([...keys].map(String)[0])}
    >
      {values.map((value) => (
        <ToggleButton key={value} id={value} className={styles.chip!}>
          {name(value)}
          {count(value) === undefined ? null : <span className={styles.count}>{count(value)}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
