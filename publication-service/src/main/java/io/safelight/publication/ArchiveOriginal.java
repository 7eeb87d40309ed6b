package io.safelight.publication;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.publication.archive.OriginalArchive;
import io.safelight.publication.saga.Analysis;
import io.safelight.publication.saga.Outgoing;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.SagaMessage;

/**
 * Does what {@code archive-original} asks for, for whichever try is the current one.
 */
class ArchiveOriginal {

	private final Publications publications;

	private final OriginalArchive archive;

	private final RunPublication run;

	ArchiveOriginal(Publications publications, OriginalArchive archive, RunPublication run) {
		this.publications = publications;
		this.archive = archive;
		this.run = run;
	}

	Changes on(Outgoing.ArchiveOriginal command, MessageContext context) {
		Publication publication = this.publications.get(command.photoId());
		SagaMessage answer = (publication.state() == PublicationState.ARCHIVING) ? keep(publication)
				: new SagaMessage.LateOrder(command.photoId(), command.epoch());
		return this.run.decide(publication, answer, Occasion.of(context));
	}

	private SagaMessage keep(Publication publication) {
		Analysis analysis = publication.work().analysis();
		return new SagaMessage.OriginalArchived(publication.photoId(), publication.step().epoch(), this.archive
			.keep(publication.photoId(), publication.photo().original(), (analysis != null) ? analysis.etag() : null));
	}

}
