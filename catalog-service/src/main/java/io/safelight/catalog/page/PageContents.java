package io.safelight.catalog.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What is on each version of a page, as JSON in a bucket. An object's name holds the hash
 * of what is in it, so nobody's content can come into the place of another's, and what
 * was exchanged behind our back is noticed. Thread-safe.
 */
public final class PageContents {

	/** Where the contents are. */
	public static final String BUCKET = "safelight-pages";

	private final S3Client s3;

	PageContents(S3Client s3) {
		this.s3 = s3;
	}

	static String sha256(String json) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Where a version's content lies. The same content again has the same place.
	 */
	static String key(String page, int number, String sha256) {
		return page + "/" + PageVersion.sortable(number) + "-" + sha256.substring(0, 16) + ".json";
	}

	void put(String key, String json) {
		this.s3.putObject((request) -> request.bucket(BUCKET).key(key).contentType("application/json"),
				RequestBody.fromString(json));
	}

	/**
	 * A version's content.
	 * @throws IllegalStateException if it is not what was saved
	 */
	String get(PageVersion version) {
		String json = this.s3.getObjectAsBytes((request) -> request.bucket(BUCKET).key(version.key())).asUtf8String();
		if (!sha256(json).equals(version.sha256())) {
			throw new IllegalStateException("Object " + version.key() + " in " + BUCKET
					+ " is not what was saved: somebody has changed it. Publish another version of the page.");
		}
		return json;
	}

}
