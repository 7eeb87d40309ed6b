import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useBlocker } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatTime } from '@/lib/format';
import { isProblem, Problem } from '@/lib/problem';
import { getDraft, type Draft } from '../api/get-draft';
import type { PageState } from '../api/get-pages';
import { getVersion, getVersions } from '../api/get-versions';
import { publishPage } from '../api/publish-page';
import { saveDraft } from '../api/save-draft';
import { withdrawPage } from '../api/withdraw-page';
import type { FieldChoices } from '../editor/block-fields';
import type { PageContent } from '../page-content';
import type { BlockViews } from './page-blocks';
import styles from './page-workshop.module.css';

// Visitors never load it, and administrators only here.
const PageEditor = lazy(() => import('../editor/page-editor'));

interface PageWorkshopProps {
  page: string;
  /** Of a page that has no draft yet. */
  title: string;
  views: BlockViews;
  choices: FieldChoices;
}

/** From the draft to what everybody sees, and back to any version there ever was. */
export function PageWorkshop({ page, title, views, choices }: PageWorkshopProps) {
  const draft = useQuery(getDraft(page, title));
  // Whoever takes the newest version, or an old one, begins anew with it.
  const [begun, setBegun] = useState<Draft & { round: number }>();
  if (draft.isPending) return <Skeleton height="40rem" />;
  if (draft.isError) return <ErrorNotice error={draft.error} retry={() => void draft.refetch()} />;
  const now = begun ?? { ...draft.data, round: 0 };
  return (
    <Workshop
      key={now.round}
      draft={now}
      changed={now.round > 0 && now.content !== draft.data.content}
      views={views}
      choices={choices}
      onBegin={(next) => setBegun({ ...next, round: now.round + 1 })}
    />
  );
}

interface WorkshopProps {
  draft: Draft;
  changed: boolean;
  views: BlockViews;
  choices: FieldChoices;
  onBegin: (draft: Draft) => void;
}

function Workshop({ draft, changed, views, choices, onBegin }: WorkshopProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { page } = draft.state;
  const [state, setState] = useState(draft.state);
  const [dirty, setDirty] = useState(changed);
  const [content, setContent] = useState(draft.content);

  const seen = async (next: PageState) => {
    setState(next);
    await queries.invalidateQueries({ queryKey: ['pages', 'versions', page] });
    await queries.invalidateQueries({ queryKey: ['pages', 'all'] });
    await queries.invalidateQueries({ queryKey: ['pages', 'shown', page] });
  };
  const save = useMutation({
    mutationFn: (version: number) => saveDraft(page, version, content),
    onSuccess: async (next) => {
      setDirty(false);
      await seen(next);
    },
  });
  const publish = useMutation({
    mutationFn: async (number?: number) => {
      if (number !== undefined) return publishPage(page, state.version, number);
      const saved = dirty || state.draft === 0 ? await save.mutateAsync(state.version) : state;
      return publishPage(page, saved.version, saved.draft);
    },
    onSuccess: seen,
  });
  const withdraw = useMutation({ mutationFn: () => withdrawPage(page, state.version), onSuccess: seen });

  useBlocker({
    shouldBlockFn: () => dirty && !window.confirm(t('pages.leave')),
    enableBeforeUnload: () => dirty,
  });

  const error = save.error ?? publish.error ?? withdraw.error;
  const busy = save.isPending || publish.isPending || withdraw.isPending;
  const again = () => {
    save.reset();
    publish.reset();
    withdraw.reset();
  };

  return (
    <Suspense fallback={<Skeleton height="40rem" />}>
      <PageEditor
        content={draft.content}
        views={views}
        choices={choices}
        onChange={(next) => {
          if (JSON.stringify(next) === JSON.stringify(content)) return;
          setContent(next);
          setDirty(true);
        }}
      >
        <div className={styles.head}>
          <p className={styles.state} role="status">
            {dirty ? t('pages.unsaved') : state.draft > 0 ? t('pages.saved', { number: state.draft }) : t('pages.begin')}{' '}
            {state.published > 0 ? t('pages.everybody', { number: state.published }) : t('pages.nobody')}
          </p>
          <div className={styles.actions}>
            <Button onPress={() => save.mutate(state.version)} isDisabled={busy || (!dirty && state.draft > 0)}>
              {t('pages.save')}
            </Button>
            {/* With its opener the preview has a copy of this session: nobody signs in again to look. */}
            <Link to="/admin/pages/$page/preview" params={{ page }} search={{}} target="_blank" rel="opener" className={buttonClass()}>
              {t('pages.look')}
            </Link>
            <Button
              look="primary"
              onPress={() => publish.mutate(undefined)}
              isDisabled={busy || (!dirty && state.draft > 0 && state.draft === state.published)}
            >
              {t('pages.publish')}
            </Button>
          </div>
        </div>
        {isProblem(error, 'page-changed-meanwhile') ? (
          <Conflict
            problem={error}
            onTheirs={async () => onBegin(await queries.fetchQuery(getDraft(page)))}
            onMine={async () => {
              const { state: theirs } = await queries.fetchQuery(getDraft(page));
              again();
              setState(theirs);
              save.mutate(theirs.version);
            }}
          />
        ) : error ? (
          <Faults error={error} content={content} />
        ) : null}
      </PageEditor>
      <Versions
        page={page}
        state={state}
        busy={busy}
        onPublish={(number) => {
          again();
          publish.mutate(number);
        }}
        onContinue={async (number) => onBegin({ state, content: await queries.fetchQuery(getVersion(page, number)) })}
        onWithdraw={() => {
          again();
          withdraw.mutate();
        }}
      />
    </Suspense>
  );
}

/** Two people at one page: the second chooses, and loses nothing unawares. */
function Conflict({ problem, onTheirs, onMine }: { problem: Problem; onTheirs: () => void; onMine: () => void }) {
  const { t, i18n } = useTranslation();
  const { changedBy, changedAt } = problem.members;
  return (
    <section className={styles.conflict} role="alert">
      <h2>{t('pages.conflict.title')}</h2>
      <p>
        {t('pages.conflict.text', {
          by: typeof changedBy === 'string' ? changedBy : '?',
          at: typeof changedAt === 'string' ? formatTime(changedAt, i18n.language) : '?',
        })}
      </p>
      <div className={styles.actions}>
        <Button onPress={onTheirs}>{t('pages.conflict.theirs')}</Button>
        <Button look="danger" onPress={onMine}>
          {t('pages.conflict.mine')}
        </Button>
      </div>
    </section>
  );
}

/** What the catalogue does not let onto a page, and in which block. */
function Faults({ error, content }: { error: Error; content: PageContent }) {
  const { t } = useTranslation();
  const faults = faultsOf(error);
  if (faults.length === 0) return <ErrorNotice error={error} />;
  return (
    <section className={styles.conflict} role="alert">
      <h2>{t('pages.faults')}</h2>
      <ul className={styles.faults}>
        {faults.map(({ path, message }) => {
          const index = Number(/^blocks\[(\d+)\]/.exec(path)?.[1] ?? NaN);
          const block = content.blocks[index];
          return (
            <li key={path + message}>
              {block ? t('pages.inBlock', { number: index + 1, kind: t(`pages.kind.${block.type}`) }) : t('pages.field.title')}
              {': '}
              {message}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function faultsOf(error: Error): { path: string; message: string }[] {
  const errors = error instanceof Problem ? error.members.errors : undefined;
  return Array.isArray(errors) ? (errors as { path: string; message: string }[]) : [];
}

interface VersionsProps {
  page: string;
  state: PageState;
  busy: boolean;
  onPublish: (number: number) => void;
  onContinue: (number: number) => void;
  onWithdraw: () => void;
}

function Versions({ page, state, busy, onPublish, onContinue, onWithdraw }: VersionsProps) {
  const { t, i18n } = useTranslation();
  const versions = useInfiniteQuery(getVersions(page));
  const all = versions.data?.pages.flatMap((part) => part.data) ?? [];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="versions" className={styles.versions}>
      <h2 id="versions">{t('pages.versions')}</h2>
      <ol className={styles.list}>
        {all.map(({ number, title, savedAt, savedBy }) => (
          <li key={number} className={styles.row} data-shown={number === state.published || undefined}>
            <span>
              <strong>{t('pages.version', { number })}</strong> {title}
              {number === state.published ? <span className={styles.mark}>{t('pages.shownNow')}</span> : null}
            </span>
            <span className={styles.facts}>{t('pages.changed', { by: savedBy, at: formatTime(savedAt, i18n.language) })}</span>
            <span className={styles.actions}>
              <Link
                to="/admin/pages/$page/preview"
                params={{ page }}
                search={{ version: number }}
                target="_blank"
                rel="opener"
                className={buttonClass('quiet', 'small')}
                aria-label={t('pages.lookAt', { number })}
              >
                {t('pages.look')}
              </Link>
              <Button size="small" onPress={() => onContinue(number)} isDisabled={busy} aria-label={t('pages.continueFrom', { number })}>
                {t('pages.continue')}
              </Button>
              {number === state.published ? (
                page === 'home' ? null : (
                  <Button size="small" look="danger" onPress={onWithdraw} isDisabled={busy}>
                    {t('pages.withdraw')}
                  </Button>
                )
              ) : (
                <Button size="small" onPress={() => onPublish(number)} isDisabled={busy} aria-label={t('pages.publishThis', { number })}>
                  {t('pages.publish')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {versions.hasNextPage ? (
        <Button onPress={() => void versions.fetchNextPage()} isPending={versions.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}
