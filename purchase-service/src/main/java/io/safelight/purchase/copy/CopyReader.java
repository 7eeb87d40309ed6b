package io.safelight.purchase.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

import io.safelight.purchase.copy.MeasuringOutputStream.Measure;
import io.safelight.purchase.licence.EncryptedCopy;
import io.safelight.purchase.licence.Licence;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads buyers' copies. The ciphertext is compared with the licence before a byte is
 * decrypted, as an object exchanged for another of the same context would decrypt well;
 * what is decrypted then is that very object. Thread-safe.
 */
public class CopyReader {

	private static final int NOT_FOUND = 404;

	private static final int PRECONDITION_FAILED = 412;

	private final S3Client s3;

	private final UserKeys keys;

	private final CopyCipher cipher;

	CopyReader(S3Client s3, UserKeys keys, CopyCipher cipher) {
		this.s3 = s3;
		this.keys = keys;
		this.cipher = cipher;
	}

	/**
	 * Checks the copy at rest.
	 * @param licence the licence whose copy it is
	 * @param copy what the licence says about it
	 * @return the copy, to be read
	 * @throws CopyBrokenException if it is not what the licence says
	 * @throws IOException if it cannot be read now
	 */
	public CheckedCopy check(Licence licence, EncryptedCopy copy) throws IOException {
		MeasuringOutputStream measuring = new MeasuringOutputStream(OutputStream.nullOutputStream());
		try (ResponseInputStream<GetObjectResponse> object = this.s3
			.getObject((request) -> request.bucket(copy.bucket()).key(copy.key()))) {
			object.transferTo(measuring);
			if (!measuring.measure().equals(new Measure(copy.bytes(), copy.sha256()))) {
				throw new CopyBrokenException(
						"The copy of licence " + licence.licenceId() + " at rest is not the one that was made");
			}
			return new CheckedCopy(licence, copy, object.response().eTag());
		}
		catch (S3Exception ex) {
			throw broken(licence, ex);
		}
	}

	private static RuntimeException broken(Licence licence, S3Exception ex) {
		return switch (ex.statusCode()) {
			case NOT_FOUND -> new CopyBrokenException("The copy of licence " + licence.licenceId() + " is gone", ex);
			case PRECONDITION_FAILED ->
				new CopyBrokenException("The copy of licence " + licence.licenceId() + " was exchanged just now", ex);
			default -> ex;
		};
	}

	/**
	 * A copy that was compared with its licence.
	 */
	public final class CheckedCopy {

		private final Licence licence;

		private final EncryptedCopy copy;

		private final String etag;

		private CheckedCopy(Licence licence, EncryptedCopy copy, String etag) {
			this.licence = licence;
			this.copy = copy;
			this.etag = etag;
		}

		/**
		 * Decrypts, and gives out what was authenticated.
		 * @param plaintext where it goes
		 * @param enough asked now and then whether to stop before the end
		 * @throws CopyBrokenException if the copy cannot be authenticated; what was given
		 * out before is good, but the rest is missing
		 * @throws KeyUnavailableException if the user's key must not be used now
		 * @throws IOException if the copy cannot be read, or the plaintext not written
		 */
		public void writeTo(OutputStream plaintext, BooleanSupplier enough) throws IOException {
			try (InputStream object = CopyReader.this.s3
				.getObject((request) -> request.bucket(this.copy.bucket()).key(this.copy.key()).ifMatch(this.etag))) {
				OutputStream decrypting = CopyReader.this.cipher.decrypting(
						CopyReader.this.keys.keyring(this.copy.keyId()), CopyContext.of(this.licence),
						new MeasuringOutputStream(plaintext));
				byte[] buffer = new byte[64 * 1024];
				for (int read = object.read(buffer); read >= 0; read = object.read(buffer)) {
					decrypting.write(buffer, 0, read);
					if (enough.getAsBoolean()) {
						return;
					}
				}
				decrypting.close();
			}
			catch (S3Exception ex) {
				throw broken(this.licence, ex);
			}
			catch (RuntimeException ex) {
				throw failed(ex);
			}
		}

		private RuntimeException failed(RuntimeException ex) {
			return Failures.ofTheKey(ex)
				.<RuntimeException>map((key) -> key)
				.orElseGet(() -> Failures.ofAService(ex) ? ex : new CopyBrokenException(
						"The copy of licence " + this.licence.licenceId() + " could not be authenticated", ex));
		}

	}

}
