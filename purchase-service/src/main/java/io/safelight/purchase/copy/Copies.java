package io.safelight.purchase.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

import io.safelight.purchase.copy.MeasuringOutputStream.Measure;
import io.safelight.purchase.licence.EncryptedCopy;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.SourceFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Makes buyers' copies: from the sale bucket through the cipher into the bucket of
 * purchases, part by part, never in the clear on a disk. The object's name is the
 * licence's id; whoever finds it there already, because an earlier try got that far,
 * takes it over once it is proven to be the right one. Thread-safe.
 */
final class Copies {

	private static final Logger log = LoggerFactory.getLogger(Copies.class);

	private static final int TRIES = 3;

	private final S3Client s3;

	private final UserKeys keys;

	private final CopyCipher cipher;

	private final Clock clock;

	Copies(S3Client s3, UserKeys keys, CopyCipher cipher, Clock clock) {
		this.s3 = s3;
		this.keys = keys;
		this.cipher = cipher;
		this.clock = clock;
	}

	/**
	 * Makes the copy, or finds it made.
	 * @throws CopyBlockedException if something has to change first
	 */
	EncryptedCopy make(Licence licence) {
		try {
			String keyId = this.keys.keyOf(licence.buyerId());
			for (int attempt = 1; attempt <= TRIES; attempt++) {
				Optional<Measure> done = taken(licence, keyId).or(() -> encrypted(licence, keyId));
				if (done.isPresent()) {
					return new EncryptedCopy(PurchaseBucket.NAME, licence.licenceId(), keyId, done.get().bytes(),
							done.get().sha256(), this.clock.instant());
				}
			}
			throw new IllegalStateException("Others keep writing the copy of licence " + licence.licenceId());
		}
		catch (RuntimeException ex) {
			throw Failures.ofTheKey(ex)
				.<RuntimeException>map((key) -> new CopyBlockedException(String.valueOf(key.getMessage()), ex))
				.orElse(ex);
		}
	}

	/** Makes sure that there is no copy. */
	void discard(String licenceId) {
		this.s3.deleteObject((request) -> request.bucket(PurchaseBucket.NAME).key(licenceId));
	}

	/** What is there under the name, if it decrypts to what was bought; else it goes. */
	private Optional<Measure> taken(Licence licence, String keyId) {
		MeasuringOutputStream plaintext = new MeasuringOutputStream(OutputStream.nullOutputStream());
		try (InputStream object = this.s3
			.getObject((request) -> request.bucket(PurchaseBucket.NAME).key(licence.licenceId()))) {
			OutputStream decrypting = this.cipher.decrypting(this.keys.keyring(keyId), CopyContext.of(licence),
					plaintext);
			MeasuringOutputStream ciphertext = new MeasuringOutputStream(decrypting);
			object.transferTo(ciphertext);
			decrypting.close();
			if (isTheSource(licence.source(), plaintext.measure())) {
				return Optional.of(ciphertext.measure());
			}
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException ex) {
			if (Failures.ofAService(ex)) {
				throw ex;
			}
			log.warn("What lies under the name of the copy of licence {} is no such copy: {}", licence.licenceId(),
					ex.toString());
		}
		discard(licence.licenceId());
		return Optional.empty();
	}

	private Optional<Measure> encrypted(Licence licence, String keyId) {
		ObjectUpload upload = new ObjectUpload(this.s3, PurchaseBucket.NAME, licence.licenceId());
		MeasuringOutputStream ciphertext = new MeasuringOutputStream(upload);
		try {
			Measure plaintext = encrypt(licence, keyId, ciphertext);
			if (!isTheSource(licence.source(), plaintext)) {
				throw new CopyBlockedException("The photo's file is not the one that was offered.");
			}
			return upload.complete() ? Optional.of(ciphertext.measure()) : Optional.empty();
		}
		catch (RuntimeException ex) {
			upload.abort();
			throw ex;
		}
	}

	private Measure encrypt(Licence licence, String keyId, OutputStream ciphertext) {
		SourceFile source = licence.source();
		try (InputStream file = this.s3.getObject((request) -> request.bucket(source.bucket()).key(source.key()))) {
			OutputStream encrypting = this.cipher.encrypting(this.keys.keyring(keyId), CopyContext.of(licence),
					ciphertext);
			MeasuringOutputStream plaintext = new MeasuringOutputStream(encrypting);
			file.transferTo(plaintext);
			encrypting.close();
			return plaintext.measure();
		}
		catch (NoSuchKeyException ex) {
			throw new CopyBlockedException("The photo's file is not in its place.", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isTheSource(SourceFile source, Measure plaintext) {
		return plaintext.equals(new Measure(source.bytes(), source.sha256()));
	}

}
