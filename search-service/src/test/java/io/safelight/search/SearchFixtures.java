package io.safelight.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoOnSale.Colour;
import io.safelight.search.message.PhotoOnSale.Label;
import io.safelight.search.message.PhotoOnSale.Money;
import io.safelight.search.message.PhotoOnSale.Offer;
import io.safelight.search.message.PhotoOnSale.Preview;
import org.jspecify.annotations.Nullable;

/**
 * Photos to search for: {@code aPhoto("p1").titled("Sea").photo()}.
 *
 * @param photo the photo so far
 */
public record SearchFixtures(PhotoOnSale photo) {

	public static SearchFixtures aPhoto(String photoId) {
		return new SearchFixtures(new PhotoOnSale(photoId, "ana", "Untitled photo", null, List.of(), null, List.of(),
				List.of(new Colour("808080", 1)), 4272, 2848, "horizontal", null, null,
				List.of(new Preview("w320"), new Preview("w800"), new Preview("w1600")),
				List.of(new Offer("p1000", new Money(500, "EUR")), new Offer("full", new Money(2500, "EUR"))),
				"2026-11-22T10:16:02.500Z"));
	}

	public SearchFixtures titled(String title) {
		return with(title, null, this.photo.keywords(), this.photo.labels(), this.photo.colours(),
				this.photo.fingerprint(), this.photo.listedAt());
	}

	public SearchFixtures described(String description) {
		return with(this.photo.title(), description, this.photo.keywords(), this.photo.labels(), this.photo.colours(),
				this.photo.fingerprint(), this.photo.listedAt());
	}

	public SearchFixtures keywords(String... keywords) {
		return with(this.photo.title(), this.photo.description(), List.of(keywords), this.photo.labels(),
				this.photo.colours(), this.photo.fingerprint(), this.photo.listedAt());
	}

	public SearchFixtures showing(String label) {
		return with(this.photo.title(), this.photo.description(), this.photo.keywords(), List.of(new Label(label)),
				this.photo.colours(), this.photo.fingerprint(), this.photo.listedAt());
	}

	public SearchFixtures coloured(Colour... colours) {
		return with(this.photo.title(), this.photo.description(), this.photo.keywords(), this.photo.labels(),
				List.of(colours), this.photo.fingerprint(), this.photo.listedAt());
	}

	public SearchFixtures looking(float... vector) {
		ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(vector);
		return with(this.photo.title(), this.photo.description(), this.photo.keywords(), this.photo.labels(),
				this.photo.colours(), Base64.getEncoder().encodeToString(bytes.array()), this.photo.listedAt());
	}

	public SearchFixtures listedAt(String time) {
		return with(this.photo.title(), this.photo.description(), this.photo.keywords(), this.photo.labels(),
				this.photo.colours(), this.photo.fingerprint(), time);
	}

	private SearchFixtures with(String title, @Nullable String description, List<String> keywords, List<Label> labels,
			List<Colour> colours, @Nullable String fingerprint, String listedAt) {
		PhotoOnSale now = this.photo;
		return new SearchFixtures(new PhotoOnSale(now.photoId(), now.contributorId(), title, description, keywords,
				now.category(), labels, colours, now.width(), now.height(), now.orientation(), now.placeholder(),
				fingerprint, now.previews(), now.offers(), listedAt));
	}

	public SearchFixtures by(String contributorId, @Nullable String category, int width, int height,
			String orientation) {
		PhotoOnSale now = this.photo;
		return new SearchFixtures(new PhotoOnSale(now.photoId(), contributorId, now.title(), now.description(),
				now.keywords(), category, now.labels(), now.colours(), width, height, orientation, now.placeholder(),
				now.fingerprint(), now.previews(), now.offers(), now.listedAt()));
	}

}
