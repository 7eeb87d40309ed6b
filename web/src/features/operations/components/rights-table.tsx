import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '@/components/ui/icons';
import { DataTable } from '@/components/ui/data-table';
import { Skeleton } from '@/components/ui/skeleton';
import { services } from '@/config/paths';
import { hasFailed } from '@/lib/query-state';
import { getRights, type Right } from '../api/get-rights';
import styles from './rights-table.module.css';

const ROLES = ['buyer', 'photographer', 'moderator', 'admin'] as const;

/** What each role may do in each service, as the services themselves enforce it. */
export function RightsTables() {
  const { t } = useTranslation();
  const rights = useQueries({ queries: services.map((service) => getRights(service)) });
  return (
    <div className={styles.tables}>
      {services.map((service, index) => {
        const { data } = rights[index]!;
        return (
          <details key={service} className={styles.service}>
            <summary>
              <h3>{service}</h3>
            </summary>
            {data ? <RightsTable service={service} rights={data} /> : hasFailed(rights[index]!) ? <p className={styles.silent}>{t('flow.silent')}</p> : <Skeleton height="10rem" />}
          </details>
        );
      })}
    </div>
  );
}

function RightsTable({ service, rights }: { service: string; rights: readonly Right[] }) {
  const { t } = useTranslation();
  const may = ({ everybody, roles }: Right, role: string) => everybody || roles.includes(role);
  return (
    <DataTable caption={t('roles.table', { service })}>
      <thead>
        <tr>
          <th scope="col">{t('roles.action')}</th>
          <th scope="col">{t('roles.everybody')}</th>
          {ROLES.map((role) => (
            <th key={role} scope="col">
              {t(`role.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rights.map((right) => (
          <tr key={`${right.method} ${right.path}`}>
            <th scope="row" className={styles.action}>
              {right.summary ?? right.path}
              <code>
                {right.method} {right.path}
              </code>
            </th>
            <td>
              <Mark may={right.everybody} />
            </td>
            {ROLES.map((role) => (
              <td key={role}>
                <Mark may={may(right, role)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Mark({ may }: { may: boolean }) {
  const { t } = useTranslation();
  return may ? (
    <span className={styles.may}>
      <CheckIcon />
      <span className="visually-hidden">{t('roles.may')}</span>
    </span>
  ) : (
    <span className="visually-hidden">{t('roles.mayNot')}</span>
  );
}
