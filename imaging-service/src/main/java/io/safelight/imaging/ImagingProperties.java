package io.safelight.imaging;

import java.time.Duration;

import io.safelight.imaging.darkroom.WorkerSettings;
import io.safelight.imaging.render.PhotoLimits;
import software.amazon.awssdk.services.s3.model.StorageClass;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large photographs may be, and how much of the machine they get.
 *
 * @param maxFileSize larger originals are refused
 * @param maxPixels originals with more pixels are refused, unread
 * @param maxSide originals with a longer side, in pixels, are refused, unread
 * @param maxMetadata originals with more bytes of EXIF, XMP, IPTC and the like are
 * refused
 * @param maxProfile originals with a larger colour profile are refused
 * @param pixelsInFlight the most pixels decoded at a time, by all workers; a photograph
 * that alone has more is decoded alone
 * @param deadline how much of a processor one photograph may take; six times as long by
 * the clock
 * @param webp whether there are WebP copies of the public sizes beside JPEG
 * @param saleClass how S3 keeps what is for sale; it is read only when it is sold, and
 * then at once: GLACIER_IR is cheaper than STANDARD for what is sold less than twice in
 * three months (docs/cost.md)
 * @param worker the processes in which photographs are decoded
 */
@ConfigurationProperties("safelight.imaging")
record ImagingProperties(@DefaultValue("200MB") DataSize maxFileSize, @DefaultValue("100000000") long maxPixels,
		@DefaultValue("30000") int maxSide, @DefaultValue("8MB") DataSize maxMetadata,
		@DefaultValue("4MB") DataSize maxProfile, @DefaultValue("120000000") long pixelsInFlight,
		@DefaultValue("20s") Duration deadline, @DefaultValue("true") boolean webp,
		@DefaultValue("GLACIER_IR") StorageClass saleClass, @DefaultValue Worker worker) {

	PhotoLimits limits() {
		return new PhotoLimits(this.maxPixels, this.maxSide, Math.toIntExact(this.maxProfile.toBytes()),
				Math.toIntExact(this.maxMetadata.toBytes()));
	}

	WorkerSettings workers() {
		return new WorkerSettings(this.worker.countOrProcessors(), this.deadline, this.worker.maxMemory().toBytes(),
				this.worker.maxHeap().toBytes(), this.worker.maxResident().toBytes(), limits());
	}

	/**
	 * Photographs on their way at a time: while one is decoded, another comes or goes.
	 */
	int turns() {
		return 2 * this.worker.countOrProcessors();
	}

	/**
	 * A process that decodes.
	 *
	 * @param count how many of them; 0 for one on each processor
	 * @param maxMemory what one may allocate in all; a photograph that needs more is
	 * refused
	 * @param maxHeap what of this may be its heap, used by what the native decoder does
	 * not understand
	 * @param maxResident one that occupies more between two photographs is replaced
	 */
	record Worker(@DefaultValue("0") int count, @DefaultValue("1600MB") DataSize maxMemory,
			@DefaultValue("1200MB") DataSize maxHeap, @DefaultValue("350MB") DataSize maxResident) {

		int countOrProcessors() {
			return (this.count > 0) ? this.count : Runtime.getRuntime().availableProcessors();
		}

	}

}
