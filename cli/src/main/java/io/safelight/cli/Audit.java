package io.safelight.cli;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.safelight.audit.Auditor;
import io.safelight.audit.Report;
import io.safelight.cli.evidence.Aws;
import io.safelight.cli.evidence.Stores;
import io.safelight.cli.process.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Checks the running system.
 */
@Command(name = "audit", description = "Check every promise through the stores; exits 1 if one is broken.",
		mixinStandardHelpOptions = true)
final class Audit implements Callable<Integer> {

	private final Console console = Console.standard();

	private final Installation installation = Installation.of(Safelight.home());

	@Option(names = "--aws",
			description = "Look at the account that AWS_REGION and AWS's other settings open, not at the local cloud.")
	private boolean aws;

	@Option(names = "--url", paramLabel = "URL", defaultValue = "${env:SAFELIGHT_URL}",
			description = "The entrance of the system. Default: $SAFELIGHT_URL, or the local gateway.")
	private @Nullable String url;

	@Option(names = "--bucket-suffix", paramLabel = "SUFFIX", defaultValue = "${env:SAFELIGHT_BUCKETSUFFIX:-}",
			description = "What the names of its buckets end with. Default: $SAFELIGHT_BUCKETSUFFIX.")
	private String bucketSuffix = "";

	@Override
	public Integer call() throws Exception {
		String gateway = Objects.requireNonNullElse(this.url, this.installation.gatewayUrl());
		try (Aws account = this.aws ? Aws.ofEnvironment() : Aws.ofLocalCloud(this.installation.cloudUrl())) {
			Stores stores = new Stores(account, this.bucketSuffix, gateway, Clock.systemUTC());
			return print(new Auditor().judge(stores.collect()));
		}
	}

	private int print(Report report) {
		report.findings().forEach((finding) -> this.console.line("broken: " + finding));
		report.remarks().forEach((remark) -> this.console.line("note: " + remark));
		this.console.line(report.checked() + " checked, " + report.findings().size() + " broken");
		return report.findings().isEmpty() ? 0 : 1;
	}

}
