package io.safelight.imaging;

import io.safelight.imaging.render.PhotoLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large photographs may be, and how much of the machine they get.
 *
 * @param maxFileSize larger originals are refused
 * @param maxPixels originals with more pixels are refused, unread
 * @param maxSide originals with a longer side, in pixels, are refused, unread
 * @param pixelsInFlight the most pixels worked on at a time; each takes three to seven
 * bytes of the heap; 0 for one for every ten bytes of the largest heap
 * @param threads pictures rendered at a time; 0 for one on each processor
 */
@ConfigurationProperties("safelight.imaging")
record ImagingProperties(@DefaultValue("200MB") DataSize maxFileSize, @DefaultValue("100000000") long maxPixels,
		@DefaultValue("30000") int maxSide, @DefaultValue("0") long pixelsInFlight, @DefaultValue("0") int threads) {

	private static final int HEAP_BYTES_PER_PIXEL = 10;

	PhotoLimits limits() {
		return new PhotoLimits(this.maxPixels, this.maxSide);
	}

	long pixelsInFlightOrHeap() {
		return (this.pixelsInFlight > 0) ? this.pixelsInFlight
				: Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_PIXEL;
	}

	int threadsOrProcessors() {
		return (this.threads > 0) ? this.threads : Runtime.getRuntime().availableProcessors();
	}

}
