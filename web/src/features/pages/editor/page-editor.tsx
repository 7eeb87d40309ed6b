import { createUsePuck, Puck, type Config, type Data } from '@puckeditor/core';
import { useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { blockKinds, beginnings, type Block, type BlockKind, type PageContent } from '../page-content';
import type { BlockViews } from '../components/page-blocks';
import { fieldsOf, type FieldChoices } from './block-fields';
import { constructStyles } from './constructed-style';
import { blockOf, fromData, toData } from './page-data';
import styles from './page-editor.module.css';

interface PageEditorProps {
  content: PageContent;
  views: BlockViews;
  choices: FieldChoices;
  onChange: (content: PageContent) => void;
  /** What stands above: states and buttons. */
  children: ReactNode;
}

constructStyles();

const usePuck = createUsePuck();
const ZONE = 'root:default-zone';

/** Composes a page by hand: the page itself in the middle, its blocks at one side, the words of one of them at the other. */
export default function PageEditor({ content, views, choices, onChange, children }: PageEditorProps) {
  const { t } = useTranslation();
  const [data] = useState(() => toData(content));
  const config = useMemo(() => configOf(views, choices, t), [views, choices, t]);
  return (
    <div className={styles.workshop}>
      <Puck
        config={config}
        data={data}
        onChange={(changed: Data) => onChange(fromData(changed))}
        iframe={{ enabled: false }}
        height="auto"
        overrides={{ fieldLabel: ({ children: field }) => <div>{field}</div> }}
      >
        {children}
        <div className={styles.editor}>
          <div className={styles.side}>
            <AddBlock />
            <BlockList />
          </div>
          <section className={styles.canvas} aria-label={t('pages.editor.page')}>
            <Puck.Preview />
          </section>
          <section className={styles.side} aria-label={t('pages.editor.words')}>
            <Selected />
            <Puck.Fields />
          </section>
        </div>
      </Puck>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

function configOf(views: BlockViews, choices: FieldChoices, t: Translate): Config {
  return {
    root: { fields: fieldsOf.root(t) },
    components: Object.fromEntries(
      blockKinds.map((kind) => [
        kind,
        {
          label: t(`pages.kind.${kind}`),
          defaultProps: beginnings[kind],
          fields: fieldsOf[kind](t, choices),
          render: (props: Record<string, unknown>) => (
            <Shown kind={kind} views={views} block={quiet(blockOf(kind, props))} />
          ),
        },
      ]),
    ),
  };
}

/** Nothing in the editor scrolls for ever. */
const quiet = (block: Block): Block => ('endless' in block ? { ...block, endless: false } : block);

/** A block as visitors will see it; here it is a thing to choose and to move, and nothing in it can be pressed. */
function Shown({ kind, block, views }: { kind: BlockKind; block: Block; views: BlockViews }) {
  const { t } = useTranslation();
  const View = views[kind] as ComponentType<{ block: Block }>;
  return (
    <div className={styles.shown}>
      <span className={styles.kind}>{t(`pages.kind.${kind}`)}</span>
      <div inert>
        <View block={block} />
      </div>
    </div>
  );
}

function AddBlock() {
  const { t } = useTranslation();
  const dispatch = usePuck((state) => state.dispatch);
  const count = usePuck((state) => state.appState.data.content.length);
  const add = (kind: BlockKind) => {
    dispatch({
      type: 'insert',
      componentType: kind,
      destinationIndex: count,
      destinationZone: ZONE,
      id: `${kind}-${crypto.randomUUID()}`,
    });
    dispatch({ type: 'setUi', ui: { itemSelector: { index: count, zone: ZONE } } });
  };
  return (
    <section aria-labelledby="add">
      <h2 id="add" className={styles.heading}>
        {t('pages.editor.add')}
      </h2>
      <p className={styles.hint}>{t('pages.editor.addHint')}</p>
      <ul>
        {blockKinds.map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.add} onClick={() => add(kind)}>
              {t(`pages.kind.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The blocks by name, for who moves them by keyboard. */
function BlockList() {
  const { t } = useTranslation();
  const dispatch = usePuck((state) => state.dispatch);
  const content = usePuck((state) => state.appState.data.content);
  const selected = usePuck((state) => state.appState.ui.itemSelector);
  const select = (index: number) => dispatch({ type: 'setUi', ui: { itemSelector: { index, zone: ZONE } } });
  const move = (from: number, to: number) => {
    dispatch({ type: 'reorder', sourceIndex: from, destinationIndex: to, destinationZone: ZONE });
    select(to);
  };
  return (
    <section aria-labelledby="blocks">
      <h2 id="blocks" className={styles.heading}>
        {t('pages.editor.blocks')}
      </h2>
      {content.length === 0 ? <p className={styles.hint}>{t('pages.editor.empty')}</p> : null}
      <ol className={styles.list}>
        {content.map(({ type, props }, index) => {
          const kind = t(`pages.kind.${type}`);
          const name = named(props as Record<string, unknown>) ?? kind;
          const at = { name, number: index + 1 };
          return (
            <li key={(props as { id: string }).id} className={styles.row} data-selected={selected?.index === index || undefined}>
              <button
                type="button"
                className={styles.name}
                onClick={() => select(index)}
                aria-pressed={selected?.index === index}
                aria-label={t('pages.editor.select', at)}
              >
                <span>{kind}</span>
                {name === kind ? null : <span className={styles.hint}>{name}</span>}
              </button>
              <button
                type="button"
                className={styles.tool}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
                aria-label={t('pages.editor.up', at)}
              >
                ↑
              </button>
              <button
                type="button"
                className={styles.tool}
                disabled={index === content.length - 1}
                onClick={() => move(index, index + 1)}
                aria-label={t('pages.editor.down', at)}
              >
                ↓
              </button>
              <button
                type="button"
                className={styles.tool}
                onClick={() => dispatch({ type: 'remove', index, zone: ZONE })}
                aria-label={t('pages.editor.remove', at)}
              >
                ✕
              </button>
            </li>
          );
        })}
      </ol>
      <History />
    </section>
  );
}

const named = ({ headline, heading, query }: Record<string, unknown>) =>
  [headline, heading, query].find((words): words is string => typeof words === 'string' && words !== '');

function History() {
  const { t } = useTranslation();
  const history = usePuck((state) => state.history);
  return (
    <div className={styles.history}>
      <Button size="small" look="plain" onPress={() => history.back()} isDisabled={!history.hasPast}>
        {t('pages.editor.undo')}
      </Button>
      <Button size="small" look="plain" onPress={() => history.forward()} isDisabled={!history.hasFuture}>
        {t('pages.editor.redo')}
      </Button>
    </div>
  );
}

function Selected() {
  const { t } = useTranslation();
  const type = usePuck((state) => state.selectedItem?.type);
  const dispatch = usePuck((state) => state.dispatch);
  return (
    <div className={styles.selected}>
      <h2 className={styles.heading}>{type ? t(`pages.kind.${type}`) : t('pages.editor.whole')}</h2>
      {type ? (
        <Button size="small" look="plain" onPress={() => dispatch({ type: 'setUi', ui: { itemSelector: null } })}>
          {t('pages.editor.toPage')}
        </Button>
      ) : null}
    </div>
  );
}
