package io.safelight.imaging.media;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;

import io.safelight.imaging.rendition.PhotoObjects;
import io.safelight.imaging.rendition.RenditionSets;
import io.safelight.imaging.rendition.StoredRendition;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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

	@GetMapping("/v1/media/{photoId}/{name}.jpg")
	@PermitAll
	@Operation(summary = "A watermarked copy of a photo: w320, w800 or w1600 pixels along its longest side",
			description = "WebP for whoever says in 'Accept' that they know it, JPEG for all others.")
	@ApiResponse(responseCode = "200", description = "The copy, which never changes",
			content = { @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "304", description = "It is the copy that was named in 'If-None-Match'",
			content = @Content)
	@ApiResponse(responseCode = "404", description = "There is no such copy",
			content = @Content(mediaType = "application/problem+json"))
	ResponseEntity<Resource> show(@PathVariable String photoId, @PathVariable String name,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT,
					defaultValue = "*/*") List<String> accept,
			ServletWebRequest request) {
		return respond(PreferredFormat.of(this.sets.findPublic(photoId, name), accept), name, request);
	}

	private ResponseEntity<Resource> respond(@Nullable StoredRendition rendition, String name,
			ServletWebRequest request) {
		if (rendition == null) {
			throw unknown(name);
		}
		String tag = '"' + rendition.sha256() + '"';
		boolean known = request.checkNotModified(tag);
		ResponseEntity.BodyBuilder response = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
			.eTag(tag)
			.varyBy(HttpHeaders.ACCEPT)
			.cacheControl(FOR_GOOD);
		if (known) {
			return response.build();
		}
		response.contentType(MediaType.parseMediaType(rendition.contentType())).contentLength(rendition.bytes());
		return (request.getHttpMethod() == HttpMethod.HEAD) ? response.build() : response.body(open(rendition));
	}

	private Resource open(StoredRendition rendition) {
		InputStream bytes = this.objects.open(rendition);
		if (bytes == null) {
			throw unknown(rendition.name());
		}
		return new InputStreamResource(bytes);
	}

	private static ProblemException unknown(String name) {
		return new ProblemException(HttpStatus.NOT_FOUND, "unknown-rendition",
				"There is no public copy '" + name + "' of this photo. Its page names the copies that there are.");
	}

}
