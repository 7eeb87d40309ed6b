import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, FieldError, Form, Heading, Input, Label, Modal, ModalOverlay, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { decideParked, type Action } from '../api/decide-parked';
import type { Waiting } from '../api/get-parked';
import { decideAll, type Failure } from '../decide-all';
import styles from './decision-dialog.module.css';

interface DecisionDialogProps {
  /** One or several, all of them for the same reason. */
  messages: readonly Waiting[];
  action: Action;
  onClose: () => void;
  /** All went well, and the dialog is closing. */
  onDone?: () => void;
}

/** Says what would come of it, asks why, and does it. */
export function DecisionDialog({ messages, action, onClose, onDone }: DecisionDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState('');
  const [tried, setTried] = useState(false);
  const [step, setStep] = useState(0);
  // What was decided leaves the list, while the dialog still tells of it.
  const [chosen] = useState(messages);
  const decision = useMutation({
    mutationFn: () => {
      const why = { action, reason: reason.trim(), ...(ticket ? { ticket } : {}) };
      const decisions = chosen.map(({ service, id }) => ({ service, id, ...why }));
      return decideAll(decisions, { decide: decideParked, onStep: setStep });
    },
    onSuccess: (failures) => {
      if (failures.length > 0) return;
      onClose();
      onDone?.();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['ops'] }),
  });
  const missing = reason.trim() === '';
  const failures = decision.data ?? [];
  const several = chosen.length > 1;
  // A second try would decide once more over those that went well.
  const over = several && failures.length > 0;
  return (
    <ModalOverlay className={styles.overlay!} isOpen isDismissable={!decision.isPending} onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.modal!}>
        <Dialog className={styles.dialog!} role="alertdialog">
          <Heading slot="title">{several ? t(`parked.${action}.titleAll`, { count: chosen.length }) : t(`parked.${action}.title`)}</Heading>
          {several ? <p>{t(`parked.${action}.textAll`, { count: chosen.length })}</p> : <Rehearsal message={chosen[0]!} action={action} />}
          <Form
            className={styles.form!}
            validationBehavior="aria"
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              if (!missing) decision.mutate();
            }}
          >
            {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to say why */}
            <TextField className={styles.field!} value={reason} onChange={setReason} maxLength={500} isRequired isInvalid={tried && missing} autoFocus>
              <Label>{t('parked.reason')}</Label>
              <TextArea className={styles.input!} rows={3} />
              <FieldError className={styles.error!}>{t('parked.reasonMissing')}</FieldError>
            </TextField>
            <TextField className={styles.field!} value={ticket} onChange={setTicket} maxLength={100}>
              <Label>{t('parked.ticket')}</Label>
              <Input className={styles.input!} />
            </TextField>
            <p role="status" className={styles.progress}>
              {several && decision.isPending ? t('parked.several.step', { step, count: chosen.length }) : null}
            </p>
            <Failures failures={failures} several={several} />
            <p className={styles.buttons}>
              <Button onPress={onClose} isDisabled={decision.isPending}>
                {over ? t('parked.several.close') : t('parked.cancel')}
              </Button>
              {over ? null : (
                <Button type="submit" look={action === 'redrive' ? 'primary' : 'danger'} isPending={decision.isPending}>
                  {several ? t(`parked.${action}.doAll`) : t(`parked.${action}.do`)}
                </Button>
              )}
            </p>
          </Form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What it would do, in the words of the service that would do it. */
function Rehearsal({ message: { service, id, type }, action }: { message: Waiting; action: Action }) {
  const { t } = useTranslation();
  const rehearsal = useQuery({
    queryKey: ['ops', 'rehearsal', service, id, action],
    queryFn: () => decideParked({ service, id, action, reason: 'rehearsal', rehearsal: true }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <>
      <p>{t(`parked.${action}.text`, { service, type: type ?? t('parked.unreadable') })}</p>
      <p role="status" className={styles.outcome}>
        {rehearsal.data ? rehearsal.data.note : rehearsal.isError ? t('parked.noRehearsal') : t('parked.rehearsing')}
      </p>
    </>
  );
}

function Failures({ failures, several }: { failures: readonly Failure[]; several: boolean }) {
  const { t } = useTranslation();
  if (failures.length === 0) return null;
  if (!several) return <ErrorNotice error={failures[0]!.error} />;
  return (
    <Notice tone="bad" title={t('parked.several.failed', { count: failures.length })}>
      {[...new Set(failures.map(({ decision: { service }, error }) => `${service}: ${error.message}`))].map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Notice>
  );
}
