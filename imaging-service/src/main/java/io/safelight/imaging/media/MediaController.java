package io.safelight.imaging.media;

import java.io.InputStream;
import java.time.Duration;

import io.safelight.imaging.rendition.PhotoObjects;
import io.safelight.imaging.rendition.RenditionSets;
import io.safelight.imaging.rendition.StoredRendition;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.PermitAll;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The watermarked copies. Only what a set of public copies names is looked up, so no
 * request can lead to the bucket of what is for sale.
 */
@RestController
class MediaController {

	/** A copy never changes: its watermark and its original are the photograph's. */
	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final RenditionSets sets;

	private final PhotoObjects objects;

	MediaController(RenditionSets sets, PhotoObjects objects) {
		this.sets = sets;
		this.objects = objects;
	}

	@GetMapping(path = "/v1/media/{photoId}/{name}.jpg", produces = MediaType.IMAGE_JPEG_VALUE)
	@PermitAll
	@Operation(summary = "A watermarked copy of a photo: w320, w800 or w1600 pixels along its longest side")
	ResponseEntity<Resource> show(@PathVariable String photoId, @PathVariable String name, ServletWebRequest request) {
		StoredRendition rendition = this.sets.findPublic(photoId, name).orElseThrow(() -> unknown(name));
		String tag = '"' + rendition.sha256() + '"';
		if (request.checkNotModified(tag)) {
			return ResponseEntity.status(HttpStatus.NOT_MODIFIED).cacheControl(FOR_GOOD).eTag(tag).build();
		}
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.eTag(tag)
			.cacheControl(FOR_GOOD)
			.contentType(MediaType.IMAGE_JPEG)
			.contentLength(rendition.bytes());
		return (request.getHttpMethod() == HttpMethod.HEAD) ? response.build() : response.body(open(rendition));
	}

	private Resource open(StoredRendition rendition) {
		try {
			InputStream bytes = this.objects.open(rendition);
			return new InputStreamResource(bytes);
		}
		catch (NoSuchKeyException ex) {
			throw unknown(rendition.name());
		}
	}

	private static ProblemException unknown(String name) {
		return new ProblemException(HttpStatus.NOT_FOUND, "unknown-rendition",
				"There is no public copy '" + name + "' of this photo. Its page names the copies that there are.");
	}

}
