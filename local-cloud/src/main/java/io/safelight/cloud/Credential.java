package io.safelight.cloud;

import java.util.List;

/**
 * The scope of a signature: {@code AKID/20261122/us-east-1/sqs/aws4_request}.
 *
 * @param accessKeyId who signs
 * @param date the day as {@code yyyyMMdd}
 * @param region the region, which is part of ARNs
 * @param service the signing name
 */
record Credential(String accessKeyId, String date, String region, String service) {

	static Credential parse(String text) {
		String[] parts = text.split("/");
		if (parts.length < 5 || !"aws4_request".equals(parts[parts.length - 1])) {
			throw new AwsError(400, "AuthorizationHeaderMalformed",
					"The credential is not of the form <access key>/<date>/<region>/<service>/aws4_request.");
		}
		int end = parts.length - 1;
		return new Credential(String.join("/", List.of(parts).subList(0, end - 3)), parts[end - 3], parts[end - 2],
				parts[end - 1]);
	}

	String scope() {
		return this.date + "/" + this.region + "/" + this.service + "/aws4_request";
	}

}
