package io.safelight.upload;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.safelight.upload.session.UploadLimits;
import io.safelight.upload.session.UploadTimes;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be configured.
 *
 * @param bucket the quarantine
 * @param storage where browsers reach S3, if they know it by another address than this
 * service does; addresses of parts begin with it
 * @param browserOrigins origins whose pages may put parts
 * @param maxSize the most bytes of a file
 * @param partSize the size of a part; S3 takes none below 5 MiB but the last
 * @param openUploads how many open uploads a contributor may have
 * @param maxPixels the most pixels of a picture
 * @param maxSide the most pixels of one side
 * @param sessionValidity how long bytes may come
 * @param linkValidity how long a part's address is good
 * @param grace after all bytes have come, how long we wait to be told so
 * @param completionLease after which a completion that got stuck is taken up again
 * @param cleanupDelay after which the sweeper deletes bytes that were not deleted at once
 * @param sweepInterval from the end of one sweep to the next
 */
@ConfigurationProperties("safelight.upload")
record UploadProperties(@DefaultValue("safelight-incoming") String bucket, @Nullable URI storage, @DefaultValue( {
		"http://127.0.0.1:8080", "http://127.0.0.1:5173" }) List<String> browserOrigins,
		@DefaultValue("2GB") DataSize maxSize, @DefaultValue("8MB") DataSize partSize,
		@DefaultValue("200") int openUploads, @DefaultValue("100000000") long maxPixels,
		@DefaultValue("30000") int maxSide, @DefaultValue("24h") Duration sessionValidity,
		@DefaultValue("1h") Duration linkValidity, @DefaultValue("15m") Duration grace,
		@DefaultValue("10m") Duration completionLease, @DefaultValue("1m") Duration cleanupDelay,
		@DefaultValue("30s") Duration sweepInterval){

	private static final DataSize SMALLEST_PART = DataSize.ofMegabytes(5);

	private static final int MOST_PARTS = 10_000;

	UploadProperties {
		if (partSize.compareTo(SMALLEST_PART) < 0 || maxSize.toBytes() / partSize.toBytes() >= MOST_PARTS) {
			throw new IllegalArgumentException("safelight.upload.part-size is " + partSize
					+ ": S3 takes parts of at least 5MB and at most 10,000 of them");
		}
	}

	UploadLimits limits() {
		return new UploadLimits(this.maxSize.toBytes(), this.partSize.toBytes(), this.openUploads, this.maxPixels,
				this.maxSide);
	}

	UploadTimes times() {
		return new UploadTimes(this.sessionValidity, this.linkValidity, this.grace, this.completionLease,
				this.cleanupDelay);
	}

}
