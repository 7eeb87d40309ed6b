import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, FieldError, Form, Heading, Input, Label, Modal, ModalOverlay, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import type { ServiceName } from '@/config/paths';
import { decideParked, type Action } from '../api/decide-parked';
import type { Parked } from '../api/get-parked';
import styles from './decision-dialog.module.css';

interface DecisionDialogProps {
  service: ServiceName;
  message: Parked;
  action: Action;
  onClose: () => void;
}

/** Says what would come of it, asks why, and does it. */
export function DecisionDialog({ service, message, action, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState('');
  const [tried, setTried] = useState(false);
  const rehearsal = useQuery({
    queryKey: ['ops', 'rehearsal', service, message.id, action],
    queryFn: () => decideParked({ service, id: message.id, action, reason: 'rehearsal', rehearsal: true }),
    staleTime: 0,
    gcTime: 0,
  });
  const decision = useMutation({
    mutationFn: decideParked,
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['ops'] }),
  });
  const missing = reason.trim() === '';
  return (
    <ModalOverlay className={styles.overlay!} isOpen isDismissable={!decision.isPending} onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.modal!}>
        <Dialog className={styles.dialog!} role="alertdialog">
          <Heading slot="title">{t(`parked.${action}.title`)}</Heading>
          <p>{t(`parked.${action}.text`, { service, type: message.type ?? t('parked.unreadable') })}</p>
          <p role="status" className={styles.outcome}>
            {rehearsal.data ? rehearsal.data.note : rehearsal.isError ? t('parked.noRehearsal') : t('parked.rehearsing')}
          </p>
          <Form
            className={styles.form!}
            validationBehavior="aria"
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              if (missing) return;
              decision.mutate({ service, id: message.id, action, reason: reason.trim(), ...(ticket ? { ticket } : {}) });
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
            {decision.error ? <ErrorNotice error={decision.error} /> : null}
            <p className={styles.buttons}>
              <Button onPress={onClose} isDisabled={decision.isPending}>
                {t('parked.cancel')}
              </Button>
              <Button type="submit" look={action === 'redrive' ? 'primary' : 'danger'} isPending={decision.isPending}>
                {t(`parked.${action}.do`)}
              </Button>
            </p>
          </Form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
