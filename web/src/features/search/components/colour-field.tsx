import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './filter-panel.module.css';

/** Colours that people ask for by name, and any other one by the browser's own picker. */
const NAMED = {
  red: 'c62828',
  orange: 'ef7d1a',
  yellow: 'f2c230',
  green: '3c8d40',
  teal: '1f8a8c',
  blue: '1f5fa8',
  purple: '6a3fa0',
  pink: 'd9699a',
  brown: '7a5232',
  white: 'f4f2ee',
  black: '1a1a1a',
} as const;

interface ColourFieldProps {
  color: string | undefined;
  onChange: (color: string | undefined) => void;
}

export function ColourField({ color, onChange }: ColourFieldProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.swatches}>
      <ToggleButtonGroup
        aria-label={t('search.colour.label')}
        className={styles.swatches!}
        selectionMode="single"
        selectedKeys={color ? [color] : []}
        onSelectionChange={(keys) => onChange([...keys].map(String)[0])}
      >
        {Object.entries(NAMED).map(([name, hex]) => (
          <ToggleButton
            key={hex}
            id={hex}
            className={styles.swatch!}
            style={{ backgroundColor: `#${hex}` }}
            aria-label={t(`search.colour.${name}`)}
          />
        ))}
      </ToggleButtonGroup>
      <label className={styles.any}>
        <span className="visually-hidden">{t('search.colour.any')}</span>
        <input
          type="color"
          value={`#${color ?? '808080'}`}
          onChange={(event) => onChange(event.target.value.slice(1))}
        />
      </label>
    </div>
  );
}
