package io.safelight.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.safelight.audit.Evidence.Document;
import io.safelight.audit.Evidence.Listing;
import io.safelight.audit.Evidence.Publication;
import io.safelight.audit.Evidence.StoredObject;
import io.safelight.audit.Evidence.Upload;
import org.jspecify.annotations.Nullable;

/**
 * The promises to photographers: every upload has one end, and a published photo is whole
 * while any other leaves nothing behind.
 */
final class PhotoRules {

	private static final String ONE_END = "each upload has exactly one end";

	private static final String WHOLE = "a published photo is whole";

	private static final String NOTHING = "an unpublished photo leaves nothing behind";

	private static final String NO_ORPHANS = "no object is an orphan";

	private static final Set<String> NEVER_A_PHOTO = Set.of("REFUSED", "ABANDONED");

	void judge(Evidence evidence, Report report) {
		Map<String, Publication> publications = index(evidence.publications(), Publication::photoId);
		Map<String, Listing> listings = index(evidence.listings(), Listing::photoId);
		Map<String, Document> documents = index(evidence.documents(), Document::photoId);
		Folders folders = new Folders(evidence.byFolder("safelight-originals"), evidence.byFolder("safelight-public"),
				evidence.byFolder("safelight-sale"));
		Map<String, Upload> uploads = index(evidence.uploads(), Upload::uploadId);
		evidence.uploads().forEach((upload) -> oneEnd(upload, publications.get(upload.uploadId()), report));
		for (Publication publication : evidence.publications()) {
			Listing listing = listings.get(publication.photoId());
			Document document = documents.get(publication.photoId());
			report.check(uploads.containsKey(publication.photoId()), ONE_END, "photo " + publication.photoId(),
					"it has no upload");
			report.check(!publication.state().equals("COMPENSATION_STUCK"), ONE_END, "photo " + publication.photoId(),
					"its compensation is stuck");
			if (publication.isPublished()) {
				whole(evidence, folders, uploads.get(publication.photoId()), publication.photoId(), listing, document,
						report);
			}
			else if (publication.isEnded()) {
				nothing(evidence, publication.photoId(), listing, document, report);
			}
		}
		orphans(evidence, uploads, publications, report);
	}

	private static <T> Map<String, T> index(List<T> rows, Function<T, String> key) {
		return rows.stream().collect(Collectors.toMap(key, Function.identity(), (first, second) -> first));
	}

	private static void oneEnd(Upload upload, @Nullable Publication publication, Report report) {
		String subject = "upload " + upload.uploadId();
		if (upload.isOpen() || NEVER_A_PHOTO.contains(upload.state())) {
			report.check(publication == null, ONE_END, subject, "it is " + upload.state() + " and has a publication");
		}
		else if (publication == null) {
			report.check(upload.state().equals("UPLOADED"), ONE_END, subject,
					"it is " + upload.state() + " and has no publication");
		}
		else if (publication.isEnded()) {
			report.check(upload.state().equals(publication.state()), ONE_END, subject,
					"it is " + upload.state() + ", its publication is " + publication.state());
		}
	}

	private static void whole(Evidence evidence, Folders folders, @Nullable Upload upload, String photoId,
			@Nullable Listing listing, @Nullable Document document, Report report) {
		String subject = "photo " + photoId;
		report.check(listing != null, WHOLE, subject, "it is not in the catalogue");
		report.check(archived(folders.originals().getOrDefault(photoId, List.of()), photoId, upload), WHOLE, subject,
				"its original is not in the archive under its sha256, in its size and in a Glacier class");
		boolean onSale = listing != null && listing.isOnSale();
		report.check(onSale == (document != null && document.isListed()), WHOLE, subject,
				onSale ? "search does not remember it" : "search remembers it, but it is not on sale");
		report.check(onSale == evidence.found().contains(photoId), WHOLE, subject,
				onSale ? "search does not find it" : "search finds it, but it is not on sale");
		if (listing != null && listing.listing() != null) {
			listing.listing().offers().forEach((offer) -> {
				StoredObject file = evidence.bucket(offer.file().bucket()).get(offer.file().key());
				report.check(file != null && file.bytes() == offer.bytes(), WHOLE, subject,
						"its size " + offer.size() + " is not there as it is offered");
			});
			listing.listing()
				.previews()
				.forEach((preview) -> report.check(
						hasPreview(folders.previews().getOrDefault(photoId, List.of()), photoId, preview), WHOLE,
						subject, "its rendition " + preview.name() + " is not there"));
			surplus(folders, photoId, listing.listing(), report);
			report.check(!listing.listing().offers().isEmpty() && !listing.listing().previews().isEmpty(), WHOLE,
					subject, "it has no renditions or no sizes");
		}
	}

	/** A second set of sizes that nobody offers was made by somebody who came late. */
	private static void surplus(Folders folders, String photoId, Listing.Details listing, Report report) {
		Set<String> offered = listing.offers().stream().map((offer) -> offer.file().key()).collect(Collectors.toSet());
		folders.sizes()
			.getOrDefault(photoId, List.of())
			.forEach((object) -> report.checkGone(offered.contains(object.key()), NO_ORPHANS,
					"safelight-sale/" + object.key(), "it is not offered"));
	}

	private static boolean hasPreview(List<StoredObject> previews, String photoId, Listing.Preview preview) {
		return previews.stream()
			.anyMatch((object) -> object.key().startsWith(photoId + "/" + preview.name() + "-")
					&& object.bytes() == preview.bytes());
	}

	private static boolean archived(List<StoredObject> originals, String photoId, @Nullable Upload upload) {
		return originals.size() == 1 && upload != null
				&& originals.getFirst().key().equals(photoId + "/" + upload.sha256())
				&& originals.getFirst().bytes() == upload.bytes()
				&& originals.getFirst().storageClass().contains("GLACIER");
	}

	private static void nothing(Evidence evidence, String photoId, @Nullable Listing listing,
			@Nullable Document document, Report report) {
		String subject = "photo " + photoId;
		report.checkGone(listing == null || !listing.isOnSale(), NOTHING, subject, "it is on sale");
		report.checkGone(document == null || !document.isListed(), NOTHING, subject, "search remembers it");
		report.checkGone(!evidence.found().contains(photoId), NOTHING, subject, "search finds it");
	}

	private static void orphans(Evidence evidence, Map<String, Upload> uploads, Map<String, Publication> publications,
			Report report) {
		Set<String> kept = new HashSet<>();
		publications.values()
			.stream()
			.filter((publication) -> !isGone(publication))
			.forEach((publication) -> kept.add(publication.photoId()));
		for (String bucket : List.of("safelight-public", "safelight-sale", "safelight-originals")) {
			evidence.bucket(bucket)
				.keySet()
				.forEach((key) -> report.checkGone(kept.contains(key.substring(0, Math.max(0, key.indexOf('/')))),
						NO_ORPHANS, bucket + "/" + key, "no published photo has it"));
		}
		evidence.bucket("safelight-incoming").keySet().forEach((key) -> {
			Upload upload = uploads.get(key.substring(key.lastIndexOf('/') + 1));
			report.checkGone(upload != null && (upload.isOpen() || upload.state().equals("UPLOADED")), NO_ORPHANS,
					"safelight-incoming/" + key, "its upload has ended");
		});
	}

	private static boolean isGone(Publication publication) {
		return publication.isEnded() && !publication.isPublished();
	}

	/** Objects by photo, so that each photo looks at its own only. */
	private record Folders(Map<String, List<StoredObject>> originals, Map<String, List<StoredObject>> previews,
			Map<String, List<StoredObject>> sizes) {
	}

}
