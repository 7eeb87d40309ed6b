package io.safelight.publication;

import java.io.IOException;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.publication.analysis.PhotoAnalysis;
import io.safelight.publication.saga.Outgoing;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.SagaMessage;

/**
 * Does what {@code analyse-photo} asks for. An order of an earlier try that comes out of
 * a long queue is as good as the newest: the work is done now, and answers the current
 * try.
 */
class AnalysePhoto {

	private final Publications publications;

	private final PhotoAnalysis analysis;

	private final RunPublication run;

	AnalysePhoto(Publications publications, PhotoAnalysis analysis, RunPublication run) {
		this.publications = publications;
		this.analysis = analysis;
		this.run = run;
	}

	Changes on(Outgoing.AnalysePhoto command, MessageContext context) throws IOException {
		Publication publication = this.publications.get(command.photoId());
		SagaMessage answer = (publication.state() == PublicationState.ANALYSING) ? this.analysis
			.analyse(publication.photoId(), publication.step().epoch(), publication.photo().original())
				: new SagaMessage.LateOrder(command.photoId(), command.epoch());
		return this.run.decide(publication, answer, Occasion.of(context));
	}

}
