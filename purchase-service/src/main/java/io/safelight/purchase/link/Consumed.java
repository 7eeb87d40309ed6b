package io.safelight.purchase.link;

import io.safelight.messaging.OutgoingMessage;
import io.safelight.purchase.message.DownloadConsumed;
import io.safelight.purchase.message.PurchaseTopics;

/**
 * Says that a link was consumed.
 */
final class Consumed {

	private Consumed() {
	}

	static OutgoingMessage message(Link link) {
		return OutgoingMessage
			.to(PurchaseTopics.EVENTS, DownloadConsumed.TYPE, link.linkId(), link.version(),
					new DownloadConsumed(link.linkId(), link.licenceId(), link.buyerId(), link.photoId(), link.bytes()))
			.onBehalfOf(link.buyerId());
	}

}
