package io.safelight.upload.session;

import java.util.stream.Collectors;

import io.safelight.messaging.OutgoingMessage;
import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.message.PhotoUploaded;
import io.safelight.upload.message.UploadAbandoned;

/**
 * What others are told.
 */
public final class Announcements {

	/** The topic of this service. */
	public static final String TOPIC = "safelight-upload-events";

	private Announcements() {
	}

	static OutgoingMessage photoUploaded(Upload upload, String bucket) {
		Declaration declaration = upload.declaration();
		Dimensions dimensions = upload.dimensions();
		PhotoUploaded.Original original = new PhotoUploaded.Original(bucket, upload.key(), declaration.sha256().hex(),
				declaration.bytes(), declaration.contentType(), dimensions.width(), dimensions.height());
		return message("photo-uploaded.v1", upload,
				new PhotoUploaded(upload.id().toString(), upload.contributor().value(), upload.email(),
						declaration.fileName(), declaration.title(), declaration.keywords(), original));
	}

	static OutgoingMessage uploadAbandoned(Upload upload) {
		return message("upload-abandoned.v1", upload, new UploadAbandoned(upload.id().toString(),
				upload.contributor().value(), upload.email(), upload.declaration().fileName(), why(upload)));
	}

	/** Consumers have words of their own for what merely expired. */
	private static String why(Upload upload) {
		return upload.progress()
			.reasons()
			.stream()
			.map((reason) -> reason.code().equals(Reason.EXPIRED) ? reason.code() : reason.message())
			.collect(Collectors.joining(" "));
	}

	private static OutgoingMessage message(String type, Upload upload, Object data) {
		return OutgoingMessage.to(TOPIC, type, upload.id().toString(), upload.version(), data)
			.onBehalfOf(upload.contributor().value());
	}

}
