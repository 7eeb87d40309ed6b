package io.safelight.simulation.port;

import java.util.function.Supplier;

import io.safelight.simulation.Process;
import io.safelight.simulation.World;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

/**
 * The mail service as one process reaches it.
 */
final class Post implements SesV2Client {

	private final World world;

	private final Process process;

	private final Supplier<String> ids;

	Post(World world, Process process, Supplier<String> ids) {
		this.world = world;
		this.process = process;
		this.ids = ids;
	}

	@Override
	public SendEmailResponse sendEmail(SendEmailRequest request) {
		return this.world.call(this.process, "mail.send",
				() -> SendEmailResponse.builder().messageId(this.ids.get()).build());
	}

	@Override
	public String serviceName() {
		return "ses";
	}

	@Override
	public void close() {
	}

}
